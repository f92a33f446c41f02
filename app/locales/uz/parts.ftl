## arrange

arrange-grip = { $name }: surib joyini oʻzgartiring yoki strelkalarni ishlating
arrange-now = { $name } hozir { $n }-oʻrinda, jami { $all } ta. Enter shu yerda qoldiradi, Escape joyiga qaytaradi.
arrange-back = Oʻz joyiga qaytdi.
arrange-up = Yuqoriga surish
arrange-down = Pastga surish

## leaving

leaving-title = Bir daqiqa
leaving-lead = Chiqishingizdan oldin shu qurilmada yozganingiz yuboriladi.
leaving-sending = Yozganingiz yuborilmoqda…
leaving-waits = Bu yerda yozganingizning hammasi hali yuborilmadi. U shu qurilmada qoladi va boshqa hech kim oʻqiy olmaydi. Shu qurilmada qayta kirsangiz, sizni kutib turadi.
leaving-go = Chiqish
leaving-stay = Qolish
leaving-away_title = Siz bu qurilmadan chiqdingiz
leaving-away = Hozir internet yoʻq. Endi bu yerda sahifalaringizni hech kim koʻrmaydi. Yozgan, lekin yuborib boʻlmagan soʻzlaringiz shu qurilmada qayta kirganingizda shu yerda boʻladi.

## form

form-reads_now = Hozir shunday

## foreign

foreign-heic = Bu iPhone saqlagan HEIC rasm, uni ocha olmadik. Photos ilovasida Share, keyin Options, keyin Most Compatible bandini tanlab, JPEG qilib yuboring. Yangi suratlar uchun: Settings → Camera → Formats → Most Compatible.
foreign-locked = Bu PDF parol bilan yopilgan. Uni parol bilan oching, yangi PDF qilib chop eting yoki parolsiz saqlang va oʻshani qoʻshing.
foreign-word = Bu Word fayli. Undan PDF qiling va oʻshani qoʻshing: Google Docs’da File → Download → PDF, Word’da File → Save As → PDF.
foreign-slides = Bu PowerPoint slaydlari. Ulardan PDF qiling va oʻshani qoʻshing: Google Slides’da File → Download → PDF, PowerPoint’da File → Export → PDF.
foreign-sheet = Bu Excel jadvali. Undan PDF qiling va oʻshani qoʻshing: Google Sheets’da File → Download → PDF, Excel’da File → Export → PDF.
foreign-pages = Bu Apple Pages, Keynote yoki Numbers fayli. Undan PDF qiling va oʻshani qoʻshing: File → Export To → PDF.
foreign-open_document = Bu OpenDocument fayli. Undan PDF qiling va oʻshani qoʻshing: File → Export As → PDF.
foreign-google = Bu fayl faqat Google hujjatingiz qayerda ekanini aytadi. Hujjatni oching, File → Download → PDF bandini tanlang va oʻsha PDF faylni qoʻshing.
foreign-link_file = Bu faylda faqat havola bor. Havola “Havolalar” joyiga yoziladi: { $link }
foreign-archive = Bu bitta faylga bir nechta fayl joylangan. Uni ochib, fayllarni alohida qoʻshing.

## problem

problem-stale = Shu orada bu oʻzgardi, balki boshqa oynadadir. Hozirgi holati yuqorida. Oʻz soʻzlaringizni qoldirish uchun qayta saqlang.
problem-not_a_work_file = Bu faylni ocha olmadik. Bu yerda rasm, PDF, ovoz, video va oddiy matn ishlaydi.
problem-not_drawn = Bu hujjat betlarini chiza olmadik. Uni qayta PDF qilib saqlang yoki betlarining rasmini qoʻshing.
problem-no_room_left = Buning uchun joy yoʻq. Barcha fayllaringiz uchun { $all } MB joy bor, { $left } MB qoldi. Kerak boʻlmagan faylni olib tashlang yoki maktabdan koʻproq joy soʻrang.
problem-missing = Bu yerga biror narsa yozing.
problem-too_long = Bu sigʻadiganidan uzun. { $max } ta belgi sigʻadi.
problem-too_short = Kamida { $min } ta belgi yozing.
problem-too_many_lines = Qatorlar juda koʻp. { $max } ta sigʻadi.
problem-spaces = Boʻsh joylarni olib tashlang.
problem-choose = Bulardan birini tanlang.
problem-not_a_time = Buni kun va vaqt sifatida oʻqiy olmadik.
problem-not_a_number = Butun son yozing, eng kichigi { $min }, eng kattasi { $max }.
problem-taken = Bu boshqa birovda bor. Boshqasini tanlang.
problem-file_too_big = Bu fayl juda katta. Fayl { $max } MB gacha boʻladi.
problem-too_many_files = Bir vaqtda fayllar juda koʻp. { $max } tagacha yuboring.
problem-not_a_picture = Buni rasm sifatida ocha olmadik. JPEG, PNG, WebP yoki GIF ishlating.
problem-not_a_sound = Buni ovoz yozuvi sifatida ocha olmadik. M4A, MP3, WAV, FLAC, Ogg yoki WebM ishlating. Koʻp yozib olish ilovalari M4A yoki MP3 qilib ulasha yoki saqlay oladi.
problem-not_a_film = Bu video AVI yoki WMV kabi, veb-sahifalar oʻynatmaydigan koʻrinishda. Uni video dasturida MP4 qilib saqlang va oʻshani qoʻshing.
problem-empty_file = Bu faylda hech narsa yoʻq. Avval uni qurilmangizda oching. Kerakli narsa koʻrinsa, qayta qoʻshing.
problem-too_many_pixels = Bu rasmda biz ocha oladigandan koʻproq piksel bor. Uni kichraytiring.
problem-wrong_key = Nom va parol bir-biriga mos kelmadi. Qayta urining.
problem-different = Ikki joyga yozilgani bir xil emas.
problem-places =
    { $count ->
        [one] { $count } ta joyga yana qarang:
       *[other] { $count } ta joyga yana qarang:
    }
problem-guessable = Bu parolni topish oson: uni koʻpchilik ishlatadi, yoki u klaviaturadagi bir qator, yoki deyarli faqat ism, maktab yoki yil. Faqat siz yonma-yon qoʻyadigan uchta soʻz juda mos.

## voice

voice-sound = Ovoz yozuvi
voice-sound_hint = Shu qurilmada yozib oling yoki tayyor yozuvni tanlang. { $max } MB gacha boʻladi.
voice-talk = Gapirish
voice-stop = Toʻxtash
voice-again = Qayta gapirish
voice-talk_hint = Bosing va gapiring, toʻxtatish uchun yana bosing. Yoki tugmani bosib turib gapiring.
voice-asking = Qurilmangiz bu sahifa mikrofonni ishlatishi mumkinligini soʻrashi mumkin.
voice-listening = Sizni tinglamoqda.
voice-ready = Yozuvingiz tayyor. Eshitib koʻrishingiz mumkin. Bu sahifani yuborsangiz, birga ketadi.
voice-longest = Yozuv bundan uzun boʻlmaydi. U tayyor, eshitib koʻrishingiz mumkin.
voice-no_microphone = Bu sahifaga mikrofon eshitilmayapti. Tayyor yozuvni tanlashingiz yoki yozishingiz mumkin.
voice-drop = Olib tashlash
voice-choose = Buning oʻrniga yozuv tanlash
voice-kept = Yozuvingiz shu yerda.
voice-leave_sound = Bu yozuvni olib tashlash
voice-transcript = Aytilganlar yozma holda
voice-transcript_hint = Eshita olmaydiganlar uchun. Buni keyinga qoldirsangiz ham boʻladi.
voice-photo_take = Suratga olish yoki rasm tanlash
voice-photo_hint = Qoʻlyozma, rasm, taom retsepti. JPEG, PNG, WebP yoki GIF, { $max } MB gacha. Qayerda olingani hech qachon saqlanmaydi.
voice-photo_words = Unda nima koʻrinadi yoki yozilgan
voice-photo_words_hint = Uni koʻra olmaydiganlar uchun.
voice-photo_kept = Rasmingiz shu yerda.
voice-leave_photo = Bu rasmni olib tashlash
voice-or_type = Yoki yozing
voice-or_paper = Yoki qogʻozda koʻrsating
voice-or_talk = Yoki ovozda ayting
voice-heard = { $name } ovozi, yozib olingan
voice-on_paper = { $name } qogʻozga tushirgani
voice-only_heard = Ovoz yozuvi, hali yozib chiqilmagan
voice-only_seen = Rasm, hali tavsifi yoʻq
voice-trouble = Uni bizning tomonda saqlab boʻlmadi. Qayta yuboring.
voice-earlier = Avvalgi soʻzlar
voice-earlier_none = Bu birinchi soʻzlar. Ulardan oldingisi yoʻq.
voice-now = Hozirgisi
voice-since = Boshlangan kuni: { $day }
voice-translate = Tarjima qoʻshish
voice-translate_lead = { $name } aytgan soʻzlar birinchi boʻlib, oʻz holicha turadi. Tarjima ularning ostida, sizning ismingiz bilan turadi.
voice-translation = Tarjimangiz
voice-into = Qaysi tilga?
voice-same_language = Soʻzlarning oʻzi shu tilda. Boshqa tilni tanlang.
voice-translation_add = Bu tarjimani qoʻshish
voice-translated_by = Tarjimon: { $name }
voice-of_earlier = avvalgi soʻzlardan
voice-checked = Oila koʻrib chiqqan: { $name }
voice-check = Bu tarjima toʻgʻri
voice-checked_by_author = Koʻrib chiqqan: { $name }

## language

language-en = inglizcha
language-es = ispancha
language-ar = arab
language-zh_hans = xitoy (soddalashtirilgan)
language-zh_hant = xitoy (anʼanaviy)
language-bn = bengal
language-ht = gaiti kreoli
language-ru = ruscha
language-ur = urdu
language-fr = fransuzcha
language-ko = koreyscha
language-uk = ukrain
language-uz = o‘zbek
language-sq = alban
language-pt = portugalcha
language-wo = volof
language-ff = fula
language-tw = tvi
language-yo = yoruba
language-am = amxar
language-so = somalicha
language-sw = suaxili
language-hi = hind
language-pa = panjobcha
language-ne = nepal
language-vi = vyetnam
language-tl = filipincha
language-pl = polyakcha
language-yi = idish
language-he = ivrit
language-fa = fors
language-ps = pushtu
language-nv = navaxo
language-qu = kechua
language-mix = mikstek
language-ase = amerika imo-ishora tili
form-writing_as = Siz { $name } nomidan yozyapsiz.
voice-earlier_yours = Avval shunday aytgansiz. Buni faqat siz oʻqiy olasiz.
voice-earlier_kept = Avval qanday yozilgani faqat sizda qoladi.
voice-earlier_away = Bu avvalgi soʻzlarni tashlash
voice-reworded = keyin boshqacha aytilgan
problem-not_an_address = Bu e-pochta manzili emas. U shunday koʻrinadi: rosa@example.org.
