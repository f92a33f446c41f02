time-title = Vaqtlar
time-lead = Oilalar shulardan birini oʻz sahifasida tanlaydi. Kim qachon kelishini shu yerda koʻrasiz.
time-offer = Vaqt taklif qilish
time-offer_lead = Bitta vaqt yoki butun tushdan keyin. Hech kim tanlamasidan oldin nima boʻlishini koʻrasiz.
time-offered_none = Taklif qilingan vaqt yoʻq
time-offered_none_do = Tushdan keyingi vaqtni taklif qiling, har bir oila uni oʻz havolasida topadi.
time-free = boʻsh
time-take_back = Qaytarib olish
time-day_plan = Shu kun rejasi, chop etish uchun
time-waiting = Hali tanlamaganlar
time-waiting_do = Hech kim buni yolgʻiz qilishi shart emas: kimdir telefonda yoki qogʻozda vaqt aytsa, uni oʻzingiz kiriting.
time-enter = Vaqtni kiritish
time-feed = Oʻz kalendarimda
time-feed_do = Kalendar ilovangiz oʻzi oʻqiydigan manzil. Unda qachon, qayerda va oʻquvchilar bu yerda qanday chaqirilishi koʻrinadi.
time-feed_make = Manzil yaratish
time-feed_once = Bu manzilni hozir kalendar ilovangizga nusxalang. U bir marta koʻrsatiladi.
time-feed_only = Manzil kimda boʻlsa, vaqtlaringizni va oʻquvchilar bu yerda qanday chaqirilishini koʻradi, boshqa hech narsani emas. Yangisini yaratsangiz, bunisi tugaydi.
time-with_name = { $name } bilan
time-interpreter_there = tarjimon: { $language }
time-needs = tarjimon soʻrayapti: { $language }
time-comes = { $name } keladi
time-in_person = yuzma-yuz
time-video = video qoʻngʻiroq
time-phone = telefon qoʻngʻirogʻi
time-home_visit = uyga tashrif
time-day = Kun
time-from = Boshlanishi
time-until = Tugashi
time-minutes = Har biriga necha daqiqa
time-minutes_hint = Tarjimon boʻlsa, yana yarim barobar qoʻshing.
time-pause = Oraliq, daqiqa
time-place = Qayerda
time-place_hint = Xona, burchak yoki siz yuboradigan havola.
time-ways = Qanday boʻlishi mumkin
time-interpreter = Tarjimon
time-interpreter_hint = Bu vaqtlarda kimdir boʻlsa.
time-interpreter_none = Bu vaqtlarda hech kim
time-rest_from = Dam boshlanishi
time-rest_until = Dam tugashi
time-look = Nima boʻlishini koʻrish
time-preview =
    { $count ->
        [one] { $count } ta vaqt
       *[other] { $count } ta vaqt
    }
time-offer_these = Shularni taklif qilish
time-series_empty = Bu yerga birorta ham vaqt sigʻmaydi.
time-series_too_many = Bu { $max } tadan koʻp vaqt boʻladi. Ikkiga boʻlib taklif qiling.
time-series_past = Buning bir qismi oʻtib ketgan.
time-choose_title = Vaqt tanlash
time-choose_lead = { $name } uchrashuviga qachon kelmoqchisiz? Vaqtni bosing.
time-move_lead = Boshqa vaqt qulayroqmi? Uni bosing.
time-none = Hozir tanlaydigan vaqt yoʻq
time-none_do = Sinf rahbari yana taklif qiladi yoki siz bilan birga topadi. Istagan vaqtda maktabga qoʻngʻiroq qilishingiz mumkin.
time-yours = Sizda vaqt bor
time-move_way = Koʻchirish yoki oʻzgartirish
time-change = Usulini yoki izohni oʻzgartirish
time-to_calendar = Kalendarimga qoʻshish
time-give_back = Vaqtni qaytarish
time-beside = { $name } vaqtining yonida
time-beside_when = { $name } vaqti: { $at }.
time-beside_none = Bevosita oldin yoki keyin boʻsh vaqt yoʻq.
time-confirm_title = Shu vaqtmi?
time-nearest = Eng yaqin boʻsh vaqtlar
time-how = Qanday uchrashmoqchisiz?
time-needs_label = Tarjimon kerakmi?
time-needs_hint = Uni maktab topadi. Bu hech qachon farzandingizning ishi emas.
time-needs_open = Faqat tarjimon kerak boʻlsa tanlang
time-note = Biz bilishimiz kerak boʻlgan narsa
time-note_hint = Kim birga keladi, qiyin zinapoya, qulayroq vaqt.
time-take = Shu vaqtni olish
time-who_comes = Kim keladi?
time-taken = Bu vaqtni sizdan sal oldin boshqa kishi tanladi. Mana eng yaqinlari; yozganingiz shu yerda.
time-elsewhere = Bu vaqtda siz { $name } uchrashuvida boʻlasiz. Mana eng yaqin boʻsh vaqtlar; yozganingiz shu yerda.
time-ask = Qachon kelmoqchisiz?
time-ask_do = Tanlash uchun vaqtlar bor. Bunga bir daqiqa ketadi.
time-longer = uzunroq vaqt
time-free_times = Boʻsh vaqtlar
time-others = Boshqa vaqtlar
time-interpreter_later = Hali hech bir boʻsh vaqtda tarjimon yoʻq. Istaganini tanlang, maktab tarjimon qidiradi.
time-needs_show = Mosini koʻrsatish
time-right_after = { $name } vaqtidan keyinoq
time-right_before = { $name } vaqtidan sal oldin
time-siblings = Siz shular uchun ham kelasiz
time-siblings_do = Sizga avval shu vaqt yonidagilar taklif qilinadi.
time-sibling_way = { $name } uchun tanlash
time-stale = Shu orada oilangizdan kimdir tanladi. Ikkalasini koʻrib, toʻgʻrisini oling.
time-meanwhile = Shu orada tanlangan
time-enter_title = { $name } uchun vaqt
time-enter_lead = Oila sizga aytganini kiriting. Uni siz yozib qoʻyganingizni ular oʻz sahifasida koʻradi.
time-theirs = Oilada vaqt bor
time-said_by = aytdi: { $name }, kiritdi: { $by }
time-choice_way = Koʻchirish yoki qaytarib olish
time-choice_title = Bu vaqtni { $name } oilasi tanlagan
time-choice_move = Boshqa vaqt
time-choice_move_do = Ular bilan gaplashib, ular uchun boshqasini tanlang. Uchrashuv ham birga koʻchadi.
time-choice_move_way = Boʻsh vaqtlarni koʻrish
time-they_cannot = Ular kela olmaydi
time-they_cannot_do = Ular sizga shunday dedi. Vaqt yana boshqalar uchun boʻshaydi.
time-they_cannot_way = Ular oʻrniga qaytarish
time-i_cannot = Men bora olmayman
time-i_cannot_do = Vaqt qaytarib olinadi. Oila qayta tanlashdan oldin soʻzlaringizni oʻz sahifasida oʻqiydi.
time-tell = Ularga nima deysiz?
time-tell_hint = Nima boʻldi va nima taklif qilasiz. Ular oʻqiydigan tilda yozing.
time-tell_way = Aytish va qaytarib olish
time-lost = Vaqtingiz bekor boʻldi
time-lost_given = Qaytarilgan vaqt: { $at }. Qaytargan: { $name }.
time-from_calendar = Kalendarimdan olib tashlash
time-plan_it = Uchrashuvimni rejalash
time-until_hint = Bitta vaqt uchun boʻsh qoldiring.
time-rooms = Yonma-yon xonalar
time-rooms_do = Boshqa xonalarda ayni shu vaqtlar, har birini boshqa odam olib boradi.
time-room = { $number }-xona
time-room_host = Kim olib boradi
time-host_missing = Bularni kim olib borishini ayting. Hech kim bir vaqtda ikki xonada boʻla olmaydi.
time-room_missing = Qayerda ekanini ayting.
time-look_again = Siz koʻrganingizdan keyin bu oʻzgardi. Yana bir koʻrib, keyin taklif qiling.
time-rest = Oradagi dam
time-held_by = { $name } shu vaqtdagisini olib boradi: { $at }.
time-host_hint = Faqat oʻzingiz boʻlmasangiz.
time-confirm_for = { $name } uchrashuvi uchun.
time-chosen_by = { $name } vaqt tanladi
time-others_told = Uni koʻchirishingiz yoki qaytarishingiz mumkin. Buni siz qilganingizni { $name } shu yerda oʻqiydi.
time-others_chose = { $student } uchun { $name } allaqachon vaqt tanlagan. Shu vaqtni olsangiz, avvalgisi oʻrniga { $student } vaqti shu boʻladi, siz kelasiz va { $name } yoniga yozgan izoh oʻchadi. Buni siz qilganingizni { $name } shu yerda oʻqiydi.
time-with_others = Maktabdan boshqa kishi bilan
time-feed_family = Kalendar ilovangiz oʻzi oʻqiydigan manzil. Unda uchrashuvlar uchun tanlagan vaqtlaringiz va oʻquvchilar bu yerda qanday chaqirilishi koʻrinadi.
time-feed_note = Tanlagan vaqtlaringiz oʻz kalendar ilovangizda
time-feed_anew = Yangi manzil yaratish
time-feed_there = Manzilingiz bor, yaratilgan kuni: { $day }. Yangisini yaratsangiz, bunisi tugaydi.
time-feed_end = Manzilni tugatish
time-mail_summary = Uchrashuv: { $school }
time-mail_subject = Vaqtingiz: { $school }
time-mail_subject_off = Vaqtingiz bekor boʻldi: { $school }
time-mail =
    Hurmatli { $name },
    uchrashuv vaqtingiz ({ $school }): { $day }
    Bu e-xatdagi fayl uni kalendaringizga qoʻyadi. Vaqt koʻchgan boʻlsa, avvalgisi olib tashlanadi.
    Hammasi oʻz sahifangizda: { $address }
    Bu e-xat oʻzingiz soʻraganingiz uchun keldi. Boshqa kelmasligi uchun: { $stop }
time-mail_off =
    Hurmatli { $name },
    uchrashuv vaqtingiz bekor boʻldi ({ $school }): { $day }
    Bu e-xatdagi fayl uni kalendaringizdan olib tashlaydi.
    Hammasi oʻz sahifangizda: { $address }
    Bu e-xat oʻzingiz soʻraganingiz uchun keldi. Boshqa kelmasligi uchun: { $stop }
