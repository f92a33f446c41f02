## worry

worry-link = Men kimdandir xavotirdaman
worry-title = Bu soʻzlar sabab men kimdandir xavotirdaman
worry-who_named = Buni maktabda shu odamlar oʻqiydi: { $names }. Maktab ularni shu ish uchun tanlagan.
worry-who_leads = Maktab bu ish uchun hali hech kimni tanlamagan. Shuning uchun uni maktabni boshqaradiganlar oʻqiydi: { $names }.
worry-your_name = Ular bu bilan birga ismingizni koʻradi. Boshqa hech kimga aytilmaydi.
worry-is_kept = Soʻzlar keyin oʻzgartirilsa yoki qaytarib olinsa ham, ular uchun soʻzlarning nusxasi saqlanadi.
worry-media = Yozuv yoki suratdan faqat u bor boʻlgani saqlanadi.
worry-stays = Soʻzlarning oʻzi joyida qoladi.
worry-no_emergency_line = Bu favqulodda yordam liniyasi emas. Uni kechayu kunduz oʻqib turadigan odam yoʻq. Agar kimdir hozir xavf ostida boʻlsa, favqulodda yordam raqamiga qoʻngʻiroq qiling.
worry-why = Nega xavotirdasiz?
worry-why_hint = Bitta gap yetarli. Boʻsh qolishi mumkin.
worry-send = Ularga aytish
worry-done = Bu maktabda shuni oʻqiydigan odamlarga yetkazildi.
worry-bin = Kimdir biror soʻz sabab boladan xavotir olgan boʻlsa, shu soʻzlarning nusxasi maktab tanlagan bir necha kishi uchun saqlanadi. Soʻzlar qaytarib olinsa ham, nusxa qoladi. Bu qachon boʻlishi hech kimga aytilmaydi.
