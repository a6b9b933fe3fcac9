;; Adds up the rows of a linear model for the features at hand: see linear-score.ts, which lays out the memory.
;; Most of the time is waiting for memory, and waits that do not depend on one another pass together. So each step looks
;; at all features before the next begins, and no branch depends on what is loaded, for one that is guessed wrong waits
;; alone. All addresses are in bytes. What is written out twice would be a call: V8 puts none of them in line.
(module
  (import "model" "memory" (memory 1 65536 shared))
  ;; Of this thread: hashes of the features, and lists of what is found.
  (import "model" "features" (global $features i32))
  (import "model" "found" (global $found i32))
  (import "model" "missed" (global $missed i32))
  (import "model" "dense" (global $dense i32))
  (import "model" "sparse" (global $sparse i32))
  ;; The table of places, in buckets of four; one less than the number of buckets.
  (import "model" "table" (global $table i32))
  (import "model" "mask" (global $mask i32))
  ;; The dense rows, the sparse ones behind them; the bytes of weights of a dense one: a multiple of 16.
  (import "model" "rows" (global $rows i32))
  (import "model" "sparse_rows" (global $sparseRows i32))
  (import "model" "width" (global $width i32))

  ;; The row of a key, 0 where it has none: the long way, for a key beyond its bucket or behind one that looks like it.
  (func $find (param $key i32) (result i32)
    (local $at i32) (local $place i32) (local $row i32)
    (local.set $at
      (i32.add (global.get $table)
        (i32.shl
          (i32.and (i32.xor (local.get $key) (i32.shr_u (local.get $key) (i32.const 15))) (global.get $mask))
          (i32.const 4))))
    (loop $next
      (local.set $place (i32.load (local.get $at)))
      (if (i32.eqz (local.get $place)) (then (return (i32.const 0))))
      (local.set $row
        (i32.add (global.get $rows) (i32.shl (i32.and (local.get $place) (i32.const 0x3fffff)) (i32.const 2))))
      (if (i32.eq (i32.load (local.get $row)) (local.get $key)) (then (return (local.get $row))))
      (local.set $at (i32.add (local.get $at) (i32.const 4)))
      (if (i32.eq (local.get $at) (global.get $rows)) (then (local.set $at (global.get $table))))
      (br $next))
    (unreachable))

  ;; Sets the sums at $scores to those at $one and $other and the rows of the first $count features.
  (func (export "add") (param $count i32) (param $scores i32) (param $one i32) (param $other i32)
    (local $at i32) (local $end i32) (local $table i32) (local $mask i32) (local $rows i32) (local $sparseRows i32)
    (local $found i32) (local $missed i32) (local $dense i32) (local $sparse i32) (local $touched i32)
    (local $key i32) (local $bucket i32) (local $bits i32) (local $row i32) (local $isSparse i32)
    (local $column i32) (local $left i32) (local $right i32) (local $score i32) (local $entry i32) (local $sign i32)
    (local $places v128) (local $roots v128) (local $low v128) (local $high v128)
    (local $sum0 v128) (local $sum1 v128) (local $sum2 v128) (local $sum3 v128)
    (local.set $table (global.get $table))
    (local.set $mask (global.get $mask))
    (local.set $rows (global.get $rows))
    (local.set $sparseRows (global.get $sparseRows))

    ;; Brings the buckets near.
    (local.set $at (global.get $features))
    (local.set $end (i32.add (local.get $at) (i32.shl (local.get $count) (i32.const 2))))
    (block $all
      (loop $next
        (br_if $all (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $key (i32.load (local.get $at)))
        (local.set $touched
          (i32.add (local.get $touched)
            (i32.load
              (i32.add (local.get $table)
                (i32.shl
                  (i32.and (i32.xor (local.get $key) (i32.shr_u (local.get $key) (i32.const 15))) (local.get $mask))
                  (i32.const 4))))))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $next)))

    ;; Finds the keys' places: the first of the bucket's four that has the key's upper bits. A key whose bucket is full of
    ;; others may be in the next one.
    (local.set $at (global.get $features))
    (local.set $found (global.get $found))
    (local.set $missed (global.get $missed))
    (block $all
      (loop $next
        (br_if $all (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $key (i32.load (local.get $at)))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (local.set $bucket
          (i32.add (local.get $table)
            (i32.shl
              (i32.and (i32.xor (local.get $key) (i32.shr_u (local.get $key) (i32.const 15))) (local.get $mask))
              (i32.const 4))))
        (local.set $places (v128.load (local.get $bucket)))
        (local.set $bits
          (i32x4.bitmask
            (i32x4.eq
              (v128.and (local.get $places) (v128.const i32x4 0xffc00000 0xffc00000 0xffc00000 0xffc00000))
              (i32x4.splat
                (i32.or (i32.and (local.get $key) (i32.const 0xffc00000)) (i32.const 0x400000))))))
        (i32.store (local.get $found)
          (i32.load
            (i32.add (local.get $bucket)
              (i32.shl (i32.ctz (i32.or (local.get $bits) (i32.const 16))) (i32.const 2)))))
        (i32.store offset=4 (local.get $found) (local.get $key))
        (local.set $found
          (i32.add (local.get $found) (i32.shl (i32.ne (local.get $bits) (i32.const 0)) (i32.const 3))))
        (i32.store (local.get $missed) (local.get $key))
        (local.set $missed
          (i32.add (local.get $missed)
            (i32.shl
              (i32.and (i32.eqz (local.get $bits))
                (i32.ne (i32x4.extract_lane 3 (local.get $places)) (i32.const 0)))
              (i32.const 2))))
        (br $next)))

    ;; Their rows, which begin with the key, dense and sparse ones apart.
    (local.set $dense (global.get $dense))
    (local.set $sparse (global.get $sparse))
    (local.set $at (global.get $found))
    (block $all
      (loop $next
        (br_if $all (i32.ge_u (local.get $at) (local.get $found)))
        (local.set $row
          (i32.add (local.get $rows)
            (i32.shl (i32.and (i32.load (local.get $at)) (i32.const 0x3fffff)) (i32.const 2))))
        (local.set $key (i32.load offset=4 (local.get $at)))
        (local.set $at (i32.add (local.get $at) (i32.const 8)))
        (if (i32.ne (i32.load (local.get $row)) (local.get $key))
          (then
            (local.set $row (call $find (local.get $key)))
            (br_if $next (i32.eqz (local.get $row)))))
        (local.set $isSparse (i32.ge_u (local.get $row) (local.get $sparseRows)))
        (i32.store (local.get $dense) (local.get $row))
        (local.set $dense
          (i32.add (local.get $dense) (i32.shl (i32.eqz (local.get $isSparse)) (i32.const 2))))
        (i32.store (local.get $sparse) (local.get $row))
        (local.set $sparse (i32.add (local.get $sparse) (i32.shl (local.get $isSparse) (i32.const 2))))
        (br $next)))
    (local.set $at (global.get $missed))
    (block $all
      (loop $next
        (br_if $all (i32.ge_u (local.get $at) (local.get $missed)))
        (local.set $row (call $find (i32.load (local.get $at))))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br_if $next (i32.eqz (local.get $row)))
        (if (i32.ge_u (local.get $row) (local.get $sparseRows))
          (then
            (i32.store (local.get $sparse) (local.get $row))
            (local.set $sparse (i32.add (local.get $sparse) (i32.const 4))))
          (else
            (i32.store (local.get $dense) (local.get $row))
            (local.set $dense (i32.add (local.get $dense) (i32.const 4)))))
        (br $next)))

    ;; Brings the second halves of the dense rows near: they are two lines of the cache long.
    (local.set $at (global.get $dense))
    (block $all
      (loop $next
        (br_if $all (i32.ge_u (local.get $at) (local.get $dense)))
        (local.set $touched (i32.add (local.get $touched) (i32.load offset=64 (i32.load (local.get $at)))))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $next)))
    ;; Nobody reads it, but what was loaded for nothing must not be left out.
    (i32.store (local.get $found) (local.get $touched))

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
          (local.set $roots (v128.load offset=16 (i32.add (i32.load (local.get $at)) (local.get $column))))
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

    ;; Adds the sparse rows, entry by entry.
    (local.set $at (global.get $sparse))
    (block $all
      (loop $next
        (br_if $all (i32.ge_u (local.get $at) (local.get $sparse)))
        (local.set $row (i32.load (local.get $at)))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (local.set $end
          (i32.add (local.get $row) (i32.shl (i32.load16_u offset=4 (local.get $row)) (i32.const 1))))
        (loop $entries
          (local.set $entry (i32.load16_s offset=6 (local.get $row)))
          (local.set $score
            (i32.add (local.get $scores)
              (i32.shl (i32.and (local.get $entry) (i32.const 255)) (i32.const 2))))
          (local.set $entry (i32.shr_s (local.get $entry) (i32.const 8)))
          (local.set $sign (i32.shr_s (local.get $entry) (i32.const 31)))
          (i32.store (local.get $score)
            (i32.add (i32.load (local.get $score))
              (i32.mul (local.get $entry)
                (i32.sub (i32.xor (local.get $entry) (local.get $sign)) (local.get $sign)))))
          (local.set $row (i32.add (local.get $row) (i32.const 2)))
          (br_if $entries (i32.lt_u (local.get $row) (local.get $end))))
        (br $next)))))
