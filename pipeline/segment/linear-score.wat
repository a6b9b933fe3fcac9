;; Adds up the rows of a linear model for the features at hand: see linear-model.ts, which lays out the memory.
;; A row of few classes is a list of entries (weight * 256 + class, 4 bytes each); a row of many is dense: a weight of
;; 16 bits for every class, eight of which are added at a time. All addresses are in bytes.
(module
  (import "model" "memory" (memory 1))
  (import "model" "features" (global $features i32))
  (import "model" "scores" (global $scores i32))
  ;; bytes of a dense row: twice the number of classes, padded to 16
  (import "model" "width" (global $width i32))
  (import "model" "found" (global $found i32))
  (import "model" "table" (global $table i32))
  (import "model" "mask" (global $mask i32))

  (func (export "score") (param $count i32)
    (local $at i32) (local $end i32) (local $key i32) (local $place i32) (local $there i32) (local $rows i32)
    (local $row i32) (local $last i32) (local $entry i32) (local $score i32) (local $eight v128)

    ;; Finds the rows before adding any: the memory that they lie in is then waited for together.
    (local.set $at (global.get $features))
    (local.set $end (i32.add (local.get $at) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $rows (global.get $found))
    (block $all
      (loop $next
        (br_if $all (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $key (i32.load (local.get $at)))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (local.set $place
          (i32.and (i32.xor (local.get $key) (i32.shr_u (local.get $key) (i32.const 15))) (global.get $mask)))
        (loop $probe
          (local.set $row (i32.add (global.get $table) (i32.shl (local.get $place) (i32.const 3))))
          (local.set $there (i32.load (local.get $row)))
          (br_if $next (i32.eqz (local.get $there)))
          (local.set $place (i32.and (i32.add (local.get $place) (i32.const 1)) (global.get $mask)))
          (br_if $probe (i32.ne (local.get $there) (local.get $key))))
        (i32.store (local.get $rows) (i32.load offset=4 (local.get $row)))
        (local.set $rows (i32.add (local.get $rows) (i32.const 4)))
        (br $next)))

    (memory.fill (global.get $scores) (i32.const 0) (i32.shl (global.get $width) (i32.const 1)))
    (local.set $at (global.get $found))
    (block $all
      (loop $next
        (br_if $all (i32.ge_u (local.get $at) (local.get $rows)))
        (local.set $row (i32.load (local.get $at)))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (if (i32.and (local.get $row) (i32.const 255))
          (then
            (local.set $last (i32.and (local.get $row) (i32.const 255)))
            (local.set $row (i32.shl (i32.shr_u (local.get $row) (i32.const 8)) (i32.const 2)))
            (local.set $last (i32.add (local.get $row) (i32.shl (local.get $last) (i32.const 2))))
            (loop $entries
              (local.set $entry (i32.load (local.get $row)))
              (local.set $score
                (i32.add (global.get $scores)
                  (i32.shl (i32.and (local.get $entry) (i32.const 255)) (i32.const 2))))
              (i32.store (local.get $score)
                (i32.add (i32.load (local.get $score)) (i32.shr_s (local.get $entry) (i32.const 8))))
              (local.set $row (i32.add (local.get $row) (i32.const 4)))
              (br_if $entries (i32.lt_u (local.get $row) (local.get $last)))))
          (else
            (local.set $row (i32.shl (i32.shr_u (local.get $row) (i32.const 8)) (i32.const 2)))
            (local.set $last (i32.add (local.get $row) (global.get $width)))
            (local.set $score (global.get $scores))
            (loop $classes
              (local.set $eight (v128.load (local.get $row)))
              (v128.store (local.get $score)
                (i32x4.add (v128.load (local.get $score)) (i32x4.extend_low_i16x8_s (local.get $eight))))
              (v128.store offset=16 (local.get $score)
                (i32x4.add (v128.load offset=16 (local.get $score)) (i32x4.extend_high_i16x8_s (local.get $eight))))
              (local.set $row (i32.add (local.get $row) (i32.const 16)))
              (local.set $score (i32.add (local.get $score) (i32.const 32)))
              (br_if $classes (i32.lt_u (local.get $row) (local.get $last))))))
        (br $next)))))
