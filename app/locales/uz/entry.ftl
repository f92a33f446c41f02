## entry

entry-username = Foydalanuvchi nomi yoki e-pochta
entry-password = Parol
entry-sign_in = Kirish
entry-sign_in_title = Kirish
entry-have_code = Qogʻozda kodim bor
entry-families = Oilalarga hisob kerak emas. Oʻquvchingiz bergan havolani oching yoki
entry-families_code = xatingizdagi kodni yozing
entry-forgot = Parol esingizdan chiqdimi? Maktabingizda Kinfolio masʼuli sizga yangi kod chop etib beradi.
entry-wait = Mos kelmagan urinishlar koʻp boʻldi. { $time } oʻtgach qayta urining yoki maktabdan yangi kod soʻrang.
entry-kept = Yozganingiz shu yerda
entry-code_title = Kodingiz bilan kiring
entry-code_lead = Qogʻozingizda foydalanuvchi nomi va kod bor. Ikkalasini yozing va esda qoladigan parol tanlang.
entry-card_lead = Ismingiz va kodingiz yozilgan. Eslab qoladigan parol tanlang.
entry-code = Kod
entry-code_hint = Sakkizta harf va raqam. Katta-kichik harf va chiziqchaning farqi yoʻq.
entry-new_password = Yangi parol
entry-new_password_hint = Kamida 10 ta belgi. Faqat siz yonma-yon qoʻyadigan uchta soʻz juda mos.
entry-password_again = Oʻsha parol yana bir marta
entry-come_in = Kirish
entry-wrong_code = Bu nom va kod bir-biriga mos kelmadi, yoki kod ishlatilgan yoki eskirgan. Maktabdan yangisini soʻrang.
entry-common_password = Bu parolni ko‘pchilik ishlatadi, shuning uchun u bu yerda hech narsani ochmaydi. Maktabdan kod so‘rang va u bilan boshqa parol tanlang.
entry-other_way = Parolim bor
entry-code_family = Kodingiz oilaga yuborilgan xatdanmi?
entry-code_family_do = Uni shu yerda yozing
entry-back_title = Qaytib keldingiz. Yozganingiz hali shu yerda.
entry-back_lead = Hali hech narsa yuborilmadi. Koʻrib chiqing va yuboring.
entry-back_files = Rasmlar boʻlgan boʻlsa, ularni sahifaning oʻzida qayta qoʻshing.
entry-back_send = Hozir yuborish
entry-back_not = Qoldirish
entry-look_around = Boshqa odam boʻlib koʻrish
entry-look_around_lead = Bu namuna maktab. Bu yerdagilarning hech biri haqiqiy emas: istagan eshikni oching.
entry-demo_students = Oʻquvchilar
entry-demo_families = Oilalar
entry-demo_advisors = Sinf rahbarlari
entry-demo_leads = Maktab masʼuli
entry-demo_student = oʻquvchi, { $advisory }
entry-demo_student_alone = oʻquvchi
entry-demo_kin = “{ $kinship }”, oʻquvchi: { $student }
entry-demo_advisor = sinf rahbari, { $advisory }
entry-demo_advisor_alone = sinf rahbari
entry-demo_lead = maktab masʼuli
entry-busy = Hozir koʻp odam kirmoqda. Bir necha soniyadan keyin qayta urining.
entry-seconds =
    { $count ->
        [one] { $count } soniya
       *[other] { $count } soniya
    }
entry-minutes =
    { $count ->
        [one] { $count } daqiqa
       *[other] { $count } daqiqa
    }
entry-instead_title = Bu havola ochilsinmi?
entry-instead_lead = Bu qurilmada { $name } kirgan. Havolani ochsangiz, avval { $name } bu yerdan chiqariladi.
entry-instead_open = Havolani ochish
entry-instead_stay = { $name } boʻlib qolish

## called

called-title = Sizni qanday chaqiraylik
called-lead = Bu yerdagi toʻliq ismingiz: { $name }. Salomlashuv va qisqa gaplarda boshqasini ishlatish mumkin.
called-label = Meni shunday chaqiring
called-hint = Ism, laqab yoki ikkalasi birga. Toʻliq ismingiz uchun boʻsh qoldiring.

## set_up

set_up-title = Maktabingizni sozlash
set_up-lead = Ikki daqiqa, va maktabingiz shu yerda. Odamlar va oʻquv maqsadlari keyin qoʻshiladi.
set_up-school = Maktabingiz
set_up-name = Maktab nomi
set_up-name_hint = Uyga yuboriladigan xatda qanday yozilsa, shunday.
set_up-languages = Sahifalar qaysi tillarda boʻlsin?
set_up-languages_hint = Har kim istagan vaqtda tilni almashtira oladi. Odamlar istalgan tilda yozishi mumkin.
set_up-first_language = Qaysi biri birinchi?
set_up-first_language_hint = Hali til tanlamaganlar uchun.
set_up-time_zone = Vaqt mintaqasi
set_up-time_zone_hint = Soat 5:40 dagi uchrashuv sizning soatingizda ham 5:40 da boʻlishi uchun.
set_up-you = Siz, maktab masʼuli
set_up-you_hint = Odamlar va oʻquv maqsadlarini siz kiritasiz. Oʻquvchilar yozganini koʻrmaysiz.
set_up-your_name = Ismingiz
set_up-username_hint = Bitta soʻz. Shu bilan kirasiz.
set_up-open = Maktabni ochish
set_up-zone_eastern = Sharqiy vaqt: Nyu-York
set_up-zone_central = Markaziy vaqt: Chikago
set_up-zone_mountain = Togʻ vaqti: Denver
set_up-zone_arizona = Arizona: Finiks
set_up-zone_pacific = Tinch okeani vaqti: Los-Anjeles
set_up-zone_alaska = Alyaska: Ankorij
set_up-zone_hawaii = Gavayi: Gonolulu
set_up-zone_puerto_rico = Puerto-Riko
another-title = Bu { $name } nomidan boshlangan edi
another-lead = Endi bu yerda siz { $name } boʻlib turibsiz. Hech narsa yuborilmadi, har bir soʻz shu yerda.
another-as_them = { $name } nomidan yuborish
another-as_them_do = Buni faqat { $name } qila oladi. Bu yerga kirgandan keyin bitta tugma uni yuboradi.
another-is_here = { $name } yana shu yerda: yuborish
another-as_me = Yoki { $name } nomidan yuborish
another-as_me_do = Faqat bu oʻz soʻzlaringiz boʻlsa. Ular sizning nomingiz bilan turadi.
another-send_as_me = Bu mening soʻzlarim: { $name } nomidan yuborish
