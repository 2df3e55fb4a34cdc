;; Adds up the weights of the features of one decision. Tagger and parsers spend most of their time here: two thousand
;; weights a decision, which vector instructions add eight at a time. src/language/weights.ts fills the memory and says
;; by the imported numbers, all of them byte addresses but `shift`, where things lie:
;;
;;   index     for the upper bits of a key (key >>> shift), where the records of that place begin; one place more at the end
;;   records   half-words: lower half of the key; then either the number of pairs and the pairs (root of the weight in
;;             the upper byte, class in the lower), or 0x8000 + the number of a row
;;   end       where the last record ends
;;   rows      the root of one weight for every class, eight bits each, `rowBytes` in all, a multiple of 16
;;   squares   256 words: what the root in the upper byte of a pair adds
;;   features  the keys of one decision
;;   found     room for two addresses for each of them
;;   sums      one word for every class
(module
  (import "scorer" "memory" (memory 1))
  (import "scorer" "shift" (global $shift i32))
  (import "scorer" "index" (global $index i32))
  (import "scorer" "end" (global $end i32))
  (import "scorer" "rows" (global $rows i32))
  (import "scorer" "rowBytes" (global $rowBytes i32))
  (import "scorer" "squares" (global $squares i32))
  (import "scorer" "features" (global $features i32))
  (import "scorer" "found" (global $found i32))
  (import "scorer" "sums" (global $sums i32))

  ;; Fills `sums` for the first `count` keys of `features`, one at least.
  (func (export "score") (param $count i32)
    (local $feature i32) (local $endOfFeatures i32) (local $key i32) (local $low i32) (local $place i32)
    (local $record i32) (local $endOfRecords i32) (local $length i32)
    (local $firstRow i32) (local $endOfRows i32) (local $endOfLists i32)
    (local $at i32) (local $last i32) (local $pair i32) (local $block i32) (local $sum i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local $roots v128) (local $sizes v128) (local $eight v128)

    ;; Memory is far away: what is waited for is asked for first, without a branch that depends on it, so that the
    ;; processor waits for many places at once. First the places of the index, kept in `found` (of an
    ;; empty place the end of all records, which is always near);
    (local.set $feature (global.get $features))
    (local.set $endOfFeatures (i32.add (local.get $feature) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $at (global.get $found))
    (loop $eachPlace
      (local.set $place
        (i32.add (global.get $index)
          (i32.shl (i32.shr_u (i32.load (local.get $feature)) (global.get $shift)) (i32.const 2))))
      (local.set $record (i32.load (local.get $place)))
      (i32.store (local.get $at)
        (select (global.get $end) (local.get $record)
          (i32.eq (local.get $record) (i32.load offset=4 (local.get $place)))))
      (local.set $at (i32.add (local.get $at) (i32.const 4)))
      (local.set $feature (i32.add (local.get $feature) (i32.const 4)))
      (br_if $eachPlace (i32.lt_u (local.get $feature) (local.get $endOfFeatures))))
    ;; then the first record of each place (kept in `sums`, which is not in use yet, so that no load is left out).
    (local.set $last (local.get $at))
    (local.set $at (global.get $found))
    (loop $eachFirst
      (local.set $low (i32.add (local.get $low) (i32.load (i32.load (local.get $at)))))
      (local.set $at (i32.add (local.get $at) (i32.const 4)))
      (br_if $eachFirst (i32.lt_u (local.get $at) (local.get $last))))
    (i32.store (global.get $sums) (local.get $low))

    ;; Where the weights of each feature lie: lists from the front of `found`, in place of what was read there, rows
    ;; from the end of its second half.
    (local.set $feature (global.get $features))
    (local.set $at (global.get $found))
    (local.set $endOfLists (global.get $found))
    (local.set $endOfRows (i32.add (global.get $found) (i32.shl (local.get $count) (i32.const 3))))
    (local.set $firstRow (local.get $endOfRows))
    (loop $eachFeature
      (local.set $key (i32.load (local.get $feature)))
      (local.set $feature (i32.add (local.get $feature) (i32.const 4)))
      (local.set $low (i32.and (local.get $key) (i32.const 0xffff)))
      (local.set $record (i32.load (local.get $at)))
      (local.set $at (i32.add (local.get $at) (i32.const 4)))
      (local.set $endOfRecords
        (i32.load offset=4
          (i32.add (global.get $index) (i32.shl (i32.shr_u (local.get $key) (global.get $shift)) (i32.const 2)))))
      (block $nextFeature
        (loop $eachRecord
          (br_if $nextFeature (i32.ge_u (local.get $record) (local.get $endOfRecords)))
          (local.set $length (i32.load16_u offset=2 (local.get $record)))
          (if (i32.eq (i32.load16_u (local.get $record)) (local.get $low))
            (then
              (if (i32.and (local.get $length) (i32.const 0x8000))
                (then
                  (local.set $firstRow (i32.sub (local.get $firstRow) (i32.const 4)))
                  (i32.store (local.get $firstRow)
                    (i32.add (global.get $rows)
                      (i32.mul (i32.and (local.get $length) (i32.const 0x7fff)) (global.get $rowBytes)))))
                (else
                  (i32.store (local.get $endOfLists) (local.get $record))
                  (local.set $endOfLists (i32.add (local.get $endOfLists) (i32.const 4)))))
              (br $nextFeature)))
          (local.set $record
            (i32.add
              (i32.add (local.get $record) (i32.const 4))
              (select (i32.const 0) (i32.shl (local.get $length) (i32.const 1))
                (i32.and (local.get $length) (i32.const 0x8000)))))
          (br $eachRecord)))
      (br_if $eachFeature (i32.lt_u (local.get $feature) (local.get $endOfFeatures))))

    ;; Rows: sixteen classes at a time, over all rows; a weight is its root times the root's size.
    (loop $eachBlock
      (local.set $a (v128.const i32x4 0 0 0 0))
      (local.set $b (v128.const i32x4 0 0 0 0))
      (local.set $c (v128.const i32x4 0 0 0 0))
      (local.set $d (v128.const i32x4 0 0 0 0))
      (local.set $at (local.get $firstRow))
      (block $noRows
        (br_if $noRows (i32.eq (local.get $at) (local.get $endOfRows)))
        (loop $eachRow
          (local.set $roots (v128.load (i32.add (i32.load (local.get $at)) (local.get $block))))
          (local.set $sizes (i8x16.abs (local.get $roots)))
          (local.set $eight (i16x8.extmul_low_i8x16_s (local.get $roots) (local.get $sizes)))
          (local.set $a (i32x4.add (local.get $a) (i32x4.extend_low_i16x8_s (local.get $eight))))
          (local.set $b (i32x4.add (local.get $b) (i32x4.extend_high_i16x8_s (local.get $eight))))
          (local.set $eight (i16x8.extmul_high_i8x16_s (local.get $roots) (local.get $sizes)))
          (local.set $c (i32x4.add (local.get $c) (i32x4.extend_low_i16x8_s (local.get $eight))))
          (local.set $d (i32x4.add (local.get $d) (i32x4.extend_high_i16x8_s (local.get $eight))))
          (local.set $at (i32.add (local.get $at) (i32.const 4)))
          (br_if $eachRow (i32.ne (local.get $at) (local.get $endOfRows)))))
      (local.set $sum (i32.add (global.get $sums) (i32.shl (local.get $block) (i32.const 2))))
      (v128.store (local.get $sum) (local.get $a))
      (v128.store offset=16 (local.get $sum) (local.get $b))
      (v128.store offset=32 (local.get $sum) (local.get $c))
      (v128.store offset=48 (local.get $sum) (local.get $d))
      (local.set $block (i32.add (local.get $block) (i32.const 16)))
      (br_if $eachBlock (i32.lt_u (local.get $block) (global.get $rowBytes))))

    ;; Lists: pair by pair.
    (local.set $feature (global.get $found))
    (block $noLists
      (loop $eachList
        (br_if $noLists (i32.eq (local.get $feature) (local.get $endOfLists)))
        (local.set $record (i32.load (local.get $feature)))
        (local.set $feature (i32.add (local.get $feature) (i32.const 4)))
        (local.set $at (i32.add (local.get $record) (i32.const 4)))
        (local.set $last
          (i32.add (local.get $at) (i32.shl (i32.load16_u offset=2 (local.get $record)) (i32.const 1))))
        (loop $eachPair
          (local.set $pair (i32.load16_u (local.get $at)))
          (local.set $sum
            (i32.add (global.get $sums)
              (i32.shl (i32.and (local.get $pair) (i32.const 0xff)) (i32.const 2))))
          (i32.store (local.get $sum)
            (i32.add (i32.load (local.get $sum))
              (i32.load
                (i32.add (global.get $squares) (i32.shl (i32.shr_u (local.get $pair) (i32.const 8)) (i32.const 2))))))
          (local.set $at (i32.add (local.get $at) (i32.const 2)))
          (br_if $eachPair (i32.lt_u (local.get $at) (local.get $last))))
        (br $eachList)))))
