;; Adds up the weights of the features of one decision. Tagger and parsers spend most of their time here: two thousand
;; weights a decision, which vector instructions add eight at a time. src/language/weights.ts fills the memory and says
;; by the imported numbers, all of them byte addresses but `shift`, where things lie:
;;
;;   index     for the upper bits of a key (key >>> shift), where the records of that place begin; one place more at the end
;;   records   half-words: lower half of the key; then either the number of pairs and the pairs (root of the weight in
;;             the upper byte, class in the lower), or 0x8000 + the number of a row
;;   rows      one weight of 16 bits for every class, `rowBytes` each, a multiple of 32
;;   squares   256 words: what the root in the upper byte of a pair adds
;;   features  the keys of one decision
;;   found     room for an address for each of them
;;   sums      one word for every class
(module
  (import "scorer" "memory" (memory 1))
  (import "scorer" "shift" (global $shift i32))
  (import "scorer" "index" (global $index i32))
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
    (local $at i32) (local $end i32) (local $pair i32) (local $row i32) (local $block i32) (local $sum i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $eight v128)

    ;; Where the weights of each feature lie: lists from the front of `found`, rows from its end. Finding all before
    ;; adding lets the processor wait for many places of memory at once.
    (local.set $feature (global.get $features))
    (local.set $endOfFeatures (i32.add (local.get $feature) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $endOfLists (global.get $found))
    (local.set $endOfRows (i32.add (global.get $found) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $firstRow (local.get $endOfRows))
    (loop $eachFeature
      (local.set $key (i32.load (local.get $feature)))
      (local.set $feature (i32.add (local.get $feature) (i32.const 4)))
      (local.set $low (i32.and (local.get $key) (i32.const 0xffff)))
      (local.set $place
        (i32.add (global.get $index) (i32.shl (i32.shr_u (local.get $key) (global.get $shift)) (i32.const 2))))
      (local.set $record (i32.load (local.get $place)))
      (local.set $endOfRecords (i32.load offset=4 (local.get $place)))
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

    ;; Rows: sixteen classes at a time, over all rows.
    (loop $eachBlock
      (local.set $a (v128.const i32x4 0 0 0 0))
      (local.set $b (v128.const i32x4 0 0 0 0))
      (local.set $c (v128.const i32x4 0 0 0 0))
      (local.set $d (v128.const i32x4 0 0 0 0))
      (local.set $at (local.get $firstRow))
      (block $noRows
        (br_if $noRows (i32.eq (local.get $at) (local.get $endOfRows)))
        (loop $eachRow
          (local.set $row (i32.add (i32.load (local.get $at)) (local.get $block)))
          (local.set $eight (v128.load (local.get $row)))
          (local.set $a (i32x4.add (local.get $a) (i32x4.extend_low_i16x8_s (local.get $eight))))
          (local.set $b (i32x4.add (local.get $b) (i32x4.extend_high_i16x8_s (local.get $eight))))
          (local.set $eight (v128.load offset=16 (local.get $row)))
          (local.set $c (i32x4.add (local.get $c) (i32x4.extend_low_i16x8_s (local.get $eight))))
          (local.set $d (i32x4.add (local.get $d) (i32x4.extend_high_i16x8_s (local.get $eight))))
          (local.set $at (i32.add (local.get $at) (i32.const 4)))
          (br_if $eachRow (i32.ne (local.get $at) (local.get $endOfRows)))))
      (local.set $sum (i32.add (global.get $sums) (i32.shl (local.get $block) (i32.const 1))))
      (v128.store (local.get $sum) (local.get $a))
      (v128.store offset=16 (local.get $sum) (local.get $b))
      (v128.store offset=32 (local.get $sum) (local.get $c))
      (v128.store offset=48 (local.get $sum) (local.get $d))
      (local.set $block (i32.add (local.get $block) (i32.const 32)))
      (br_if $eachBlock (i32.lt_u (local.get $block) (global.get $rowBytes))))

    ;; Lists: pair by pair.
    (local.set $feature (global.get $found))
    (block $noLists
      (loop $eachList
        (br_if $noLists (i32.eq (local.get $feature) (local.get $endOfLists)))
        (local.set $record (i32.load (local.get $feature)))
        (local.set $feature (i32.add (local.get $feature) (i32.const 4)))
        (local.set $at (i32.add (local.get $record) (i32.const 4)))
        (local.set $end
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
          (br_if $eachPair (i32.lt_u (local.get $at) (local.get $end))))
        (br $eachList)))))
