## rendition

rendition-title = Tarjima qilish yoki ovozda oʻqish
rendition-lead = { $name } aytgan soʻzlar birinchi boʻlib, oʻz holicha turadi. Siz qoʻshganingiz ularning ostida, sizning ismingiz bilan turadi. Soʻzlarni kim oʻqiy olsa, buni ham oʻqiy va eshita oladi.
rendition-back = Soʻzlarga qaytish
rendition-language = Qaysi tilda?
rendition-words_hint = Soʻzlarni faqat ovozda oʻqisangiz, buni boʻsh qoldiring.
rendition-read_aloud = Ovozda oʻqing
rendition-read_aloud_note = Yuqorida tanlagan tilingizda: soʻzlarning oʻzini yoki tarjimangizni.
rendition-add = Soʻzlar yoniga qoʻyish
rendition-way = Tarjima qilish yoki ovozda oʻqish
rendition-also = Boshqa tilda ham bor: { $languages }
rendition-unchecked = Hali koʻrib chiqilmagan
rendition-read_by = Ovozda oʻqigan: { $name }
rendition-of_earlier = Bu avvalgi soʻzlardan qilingan.
rendition-check = Koʻrib chiqdim: maʼnosi shu
rendition-take_back = Buni qaytarib olish
