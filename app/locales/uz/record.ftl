## record

record-title = Kim nima qildi
record-lead_student = Bu yerda maktabdagi kimdir sahifalaringizni qachon ochgani va kirish yo‘lini kim o‘zgartirgani ko‘rinadi. O‘zingiz o‘qiganingiz bu yerda yo‘q. Hech kimning so‘zlari bu yerda yo‘q.
record-lead_own = Bu yerda siz haqingizdagi narsalar ko‘rinadi: kirish yo‘llaringiz va ularni kim o‘zgartirgani.
record-kept =
    { $count ->
       *[other] Bu { $count } yil saqlanadi. Keyin o‘chiriladi.
    }
record-none = Hali hech narsa yo‘q.
record-by = kim: { $name }
record-by_nobody = kim: noma’lum kishi
record-later = Keyingilari
record-earlier = Oldingilari
record-opened_work = Ish ochildi
record-opened_portfolio = Portfolio ochildi
record-opened_definition = “Muvaffaqiyat nima” ochildi
record-opened_conference = Uchrashuv ochildi
record-opened = Sahifa ochildi
record-link_made = Oila uchun havola yaratildi
record-link_ended = Oila uchun havola tugatildi
record-code_made = Kirish kodi yaratildi
record-way_changed = Kirish usuli o‘zgartirildi
record-role_given = Boshqa vazifa berildi
record-tied = Oiladan kimdir bog‘landi
record-untied = Oiladan kimdir uzildi
record-left = Maktabdan ketdi
record-came_back = Maktabga qaytdi
record-put_right = Maktab saqlaydigan ma’lumot to‘g‘rilandi
record-moved = Guruh o‘zgartirildi
record-permit_given = Xodimlardan biriga ish ochildi
record-permit_ended = Ishga berilgan ruxsat tugatildi
record-stand_in_named = Oʻrinbosar tayinlandi
record-stand_in_ended = Oʻrinbosarlik tugatildi
record-subjects_set = Kim qaysi fanni oʻqitishi yozildi
record-imported = Odamlar jadvaldan qo‘shildi
record-exported = Odamlar ro‘yxati chiqarildi
record-words_hidden = So‘zlar yashirildi
record-signed_in = Kirdi
record-sign_in_refused = Kimdir kirishga urindi, bo‘lmadi
record-refused = Sahifa ochilmadi, chunki u bu kishi uchun emas edi
