## rendition

rendition-title = Tarjima qilish yoki ovozda oʻqish
rendition-lead = { $name } aytgan soʻzlar birinchi boʻlib, oʻz holicha turadi. Siz qoʻshganingiz ularning ostida, sizning ismingiz bilan turadi. Soʻzlarni kim oʻqiy olsa, buni ham oʻqiy va eshita oladi.
rendition-back = Soʻzlarga qaytish
rendition-language = Qaysi tilda?
rendition-words_hint = Soʻzlarni faqat ovozda oʻqisangiz, buni boʻsh qoldiring.
rendition-draft_ask = Qoralama soʻrash
rendition-draft_where = Qoralamani mashina tayyorlaydi. Bu tugmani bossangiz, soʻzlar maktabning oʻz serveriga boradi, boshqa hech qayerga emas.
rendition-draft_here = Bu qoralamani mashina tayyorlagan. Oʻqib chiqing va notoʻgʻri joyini oʻzgartiring. Siz yubormaguningizcha hech narsa saqlanmaydi.
rendition-draft_checked = Mashina qoralamasi
rendition-draft_checked_hint = Buni belgilamasangiz, u hali hech kim koʻrib chiqmagan mashina qoralamasi deb turadi.
rendition-draft_put_right = Ikkala tilda oʻqiyman va buni toʻgʻriladim
rendition-draft_failed = Hozir qoralama yoʻq. Yozganingiz shu yerda turibdi. Keyinroq yana urinib koʻring yoki soʻzlarni oʻzingiz yozing.
rendition-draft_too_long = Qoralama juda uzun, bu yerga sigʻmaydi. Yozganingiz shu yerda turibdi.
rendition-draft_mark = Mashina qoralamasi, { $name } keltirgan. Hali hech kim koʻrib chiqmagan.
rendition-draft_check = Ikkala tilda oʻqiyman: maʼnosi shu
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
