;; Adds up the rows of a linear model for the features at hand: see linear-score.ts, which lays out the memory.
;; Most of the time is waiting for memory, and waits that do not depend on one another pass together. So each step looks
;; at all features before the next begins, and no branch depends on what is loaded, for one that is guessed wrong waits
;; alone. All addresses are in bytes. What is written out twice would be a call: V8 puts none of them in line.
(module
  (import "model" "memory" (memory 1 65536 shared))
  ;; Of this thread: hashes of the features, and lists of what is found.
  (import "model" "features" (global $features i32))
  (import "model" "missed" (global $missed i32))
  (import "model" "dense" (global $dense i32))
  (import "model" "sparse" (global $sparse i32))
  ;; The memory begins with the lines; one less than their number.
  (import "model" "mask" (global $mask i32))
  ;; The table of what found no room in its line, in bytes: a power of two.
  (import "model" "others" (global $others i32))
  (import "model" "others_size" (global $othersSize i32))
  ;; Rows behind this are sparse; the bytes of weights of a dense one: a multiple of 16.
  (import "model" "sparse_rows" (global $sparseRows i32))
  (import "model" "width" (global $width i32))

  ;; The row of a key that found no room in its line, 0 where it has none.
  (func $find (param $key i32) (result i32)
    (local $at i32) (local $row i32)
    (local.set $at (i32.shl (i32.xor (local.get $key) (i32.shr_u (local.get $key) (i32.const 15))) (i32.const 3)))
    (loop $next
      (local.set $at (i32.and (local.get $at) (i32.sub (global.get $othersSize) (i32.const 1))))
      (local.set $row (i32.load offset=4 (i32.add (global.get $others) (local.get $at))))
      (if (i32.eqz (local.get $row)) (then (return (i32.const 0))))
      (if (i32.eq (i32.load (i32.add (global.get $others) (local.get $at))) (local.get $key))
        (then (return (local.get $row))))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))
      (br $next))
    (unreachable))

  ;; Sets the sums at $scores to those at $one and $other and the rows of the first $count features.
  (func (export "add") (param $count i32) (param $scores i32) (param $one i32) (param $other i32)
    (local $at i32) (local $end i32) (local $mask i32) (local $missed i32) (local $dense i32) (local $sparse i32)
    (local $touched i32) (local $key i32) (local $line i32) (local $bits i32) (local $bounds i32) (local $found i32)
    (local $row i32) (local $column i32) (local $left i32) (local $right i32) (local $score i32) (local $over i32)
    (local $entries v128) (local $roots v128) (local $low v128) (local $high v128)
    (local $sum0 v128) (local $sum1 v128) (local $sum2 v128) (local $sum3 v128)
    (local.set $mask (global.get $mask))

    ;; Brings the lines near.
    (local.set $at (global.get $features))
    (local.set $end (i32.add (local.get $at) (i32.shl (local.get $count) (i32.const 2))))
    (block $all
      (loop $next
        (br_if $all (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $key (i32.load (local.get $at)))
        (local.set $touched
          (i32.add (local.get $touched)
            (i32.load
              (i32.shl
                (i32.and (i32.xor (local.get $key) (i32.shr_u (local.get $key) (i32.const 15))) (local.get $mask))
                (i32.const 6)))))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $next)))

    ;; Finds the rows: in its line, a row is the one of five that has the key's upper half. What is not there may be among
    ;; the others if the line is marked.
    (local.set $at (global.get $features))
    (local.set $missed (global.get $missed))
    (local.set $dense (global.get $dense))
    (local.set $sparse (global.get $sparse))
    (block $all
      (loop $next
        (br_if $all (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $key (i32.load (local.get $at)))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (local.set $line
          (i32.shl
            (i32.and (i32.xor (local.get $key) (i32.shr_u (local.get $key) (i32.const 15))) (local.get $mask))
            (i32.const 6)))
        (local.set $bits
          (i32.and
            (i16x8.bitmask
              (i16x8.eq (v128.load (local.get $line)) (i16x8.splat (i32.shr_u (local.get $key) (i32.const 16)))))
            (i32.const 31)))
        (local.set $bounds
          (i32.load16_u offset=10 align=1
            (i32.add (local.get $line) (i32.ctz (i32.or (local.get $bits) (i32.const 32))))))
        (local.set $row (i32.add (local.get $line) (i32.and (local.get $bounds) (i32.const 127))))
        (local.set $left
          (i32.sub
            (i32.and (i32.shr_u (local.get $bounds) (i32.const 8)) (i32.const 127))
            (i32.and (local.get $bounds) (i32.const 127))))
        (local.set $found (i32.and (i32.ne (local.get $bits) (i32.const 0)) (i32.ne (local.get $left) (i32.const 0))))
        (i32.store (local.get $sparse) (local.get $row))
        (i32.store offset=4 (local.get $sparse) (local.get $left))
        (local.set $sparse
          (i32.add (local.get $sparse)
            (i32.shl (i32.and (local.get $found) (i32.lt_u (local.get $bounds) (i32.const 0x8000))) (i32.const 3))))
        (i32.store (local.get $dense) (i32.load align=2 (local.get $row)))
        (local.set $dense
          (i32.add (local.get $dense)
            (i32.shl (i32.and (local.get $found) (i32.shr_u (local.get $bounds) (i32.const 15))) (i32.const 2))))
        (i32.store (local.get $missed) (local.get $key))
        (local.set $missed
          (i32.add (local.get $missed)
            (i32.shl
              (i32.and (i32.eqz (local.get $found)) (i32.shr_u (i32.load8_u offset=10 (local.get $line)) (i32.const 7)))
              (i32.const 2))))
        (br $next)))
    (local.set $at (global.get $missed))
    (block $all
      (loop $next
        (br_if $all (i32.ge_u (local.get $at) (local.get $missed)))
        (local.set $row (call $find (i32.load (local.get $at))))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br_if $next (i32.eqz (local.get $row)))
        (if (i32.ge_u (local.get $row) (global.get $sparseRows))
          (then
            (i32.store (local.get $sparse) (i32.add (local.get $row) (i32.const 2)))
            (i32.store offset=4 (local.get $sparse) (i32.load16_u (local.get $row)))
            (local.set $sparse (i32.add (local.get $sparse) (i32.const 8))))
          (else
            (i32.store (local.get $dense) (local.get $row))
            (local.set $dense (i32.add (local.get $dense) (i32.const 4)))))
        (br $next)))

    ;; Brings the dense rows near: they lie in two lines each.
    (local.set $at (global.get $dense))
    (block $all
      (loop $next
        (br_if $all (i32.ge_u (local.get $at) (local.get $dense)))
        (local.set $row (i32.load (local.get $at)))
        (local.set $touched (i32.add (local.get $touched) (i32.load (local.get $row))))
        (local.set $touched (i32.add (local.get $touched) (i32.load offset=64 (local.get $row))))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $next)))
    ;; Nobody reads it, but what was loaded for nothing must not be left out.
    (i32.store (local.get $missed) (local.get $touched))

    ;; Adds up the dense rows, sixteen classes at a time.
    (loop $columns
      (local.set $left (i32.add (local.get $one) (i32.shl (local.get $column) (i32.const 2))))
      (local.set $right (i32.add (local.get $other) (i32.shl (local.get $column) (i32.const 2))))
      (local.set $sum0
        (i32x4.add (v128.load (local.get $left)) (v128.load (local.get $right))))
      (local.set $sum1
        (i32x4.add (v128.load offset=16 (local.get $left)) (v128.load offset=16 (local.get $right))))
      (local.set $sum2
        (i32x4.add (v128.load offset=32 (local.get $left)) (v128.load offset=32 (local.get $right))))
      (local.set $sum3
        (i32x4.add (v128.load offset=48 (local.get $left)) (v128.load offset=48 (local.get $right))))
      (local.set $at (global.get $dense))
      (block $all
        (loop $next
          (br_if $all (i32.ge_u (local.get $at) (local.get $dense)))
          (local.set $roots (v128.load (i32.add (i32.load (local.get $at)) (local.get $column))))
          (local.set $at (i32.add (local.get $at) (i32.const 4)))
          (local.set $low (i16x8.extmul_low_i8x16_s (local.get $roots) (i8x16.abs (local.get $roots))))
          (local.set $high (i16x8.extmul_high_i8x16_s (local.get $roots) (i8x16.abs (local.get $roots))))
          (local.set $sum0 (i32x4.add (local.get $sum0) (i32x4.extend_low_i16x8_s (local.get $low))))
          (local.set $sum1 (i32x4.add (local.get $sum1) (i32x4.extend_high_i16x8_s (local.get $low))))
          (local.set $sum2 (i32x4.add (local.get $sum2) (i32x4.extend_low_i16x8_s (local.get $high))))
          (local.set $sum3 (i32x4.add (local.get $sum3) (i32x4.extend_high_i16x8_s (local.get $high))))
          (br $next)))
      (local.set $score (i32.add (local.get $scores) (i32.shl (local.get $column) (i32.const 2))))
      (v128.store (local.get $score) (local.get $sum0))
      (v128.store offset=16 (local.get $score) (local.get $sum1))
      (v128.store offset=32 (local.get $score) (local.get $sum2))
      (v128.store offset=48 (local.get $score) (local.get $sum3))
      (local.set $column (i32.add (local.get $column) (i32.const 16)))
      (br_if $columns (i32.lt_u (local.get $column) (global.get $width))))

    ;; Adds the sparse rows, up to four entries at a time: the last ones together with those before, which are shifted out.
    (local.set $at (global.get $sparse))
    (block $all
      (loop $next
        (br_if $all (i32.ge_u (local.get $at) (local.get $sparse)))
        (local.set $row (i32.load (local.get $at)))
        (local.set $left (i32.load offset=4 (local.get $at)))
        (local.set $at (i32.add (local.get $at) (i32.const 8)))
        (loop $more
          (local.set $over
            (select (i32.sub (i32.const 8) (local.get $left)) (i32.const 0)
              (i32.lt_s (local.get $left) (i32.const 8))))
          (local.set $entries
            (i64x2.splat
              (i64.shr_u (i64.load align=2 (i32.sub (local.get $row) (local.get $over)))
                (i64.extend_i32_u (i32.shl (local.get $over) (i32.const 3))))))
          (local.set $roots (i16x8.shr_s (local.get $entries) (i32.const 8)))
          (local.set $low
            (i32x4.extend_low_i16x8_s (i16x8.mul (local.get $roots) (i16x8.abs (local.get $roots)))))
          (local.set $high
            (i32x4.add (i32x4.splat (local.get $scores))
              (i32x4.shl
                (i32x4.extend_low_i16x8_u
                  (v128.and (local.get $entries) (v128.const i16x8 255 255 255 255 255 255 255 255)))
                (i32.const 2))))
          (local.set $score (i32x4.extract_lane 0 (local.get $high)))
          (i32.store (local.get $score) (i32.add (i32.load (local.get $score)) (i32x4.extract_lane 0 (local.get $low))))
          (local.set $score (i32x4.extract_lane 1 (local.get $high)))
          (i32.store (local.get $score) (i32.add (i32.load (local.get $score)) (i32x4.extract_lane 1 (local.get $low))))
          (local.set $score (i32x4.extract_lane 2 (local.get $high)))
          (i32.store (local.get $score) (i32.add (i32.load (local.get $score)) (i32x4.extract_lane 2 (local.get $low))))
          (local.set $score (i32x4.extract_lane 3 (local.get $high)))
          (i32.store (local.get $score) (i32.add (i32.load (local.get $score)) (i32x4.extract_lane 3 (local.get $low))))
          (local.set $row (i32.add (local.get $row) (i32.const 8)))
          (local.set $left (i32.sub (local.get $left) (i32.const 8)))
          (br_if $more (i32.gt_s (local.get $left) (i32.const 0))))
        (br $next)))))
