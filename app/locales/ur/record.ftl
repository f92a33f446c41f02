## record

record-title = کس نے کیا کیا
record-lead_student = یہاں نظر آتا ہے کہ اسکول میں کسی نے آپ کے صفحے کب کھولے، اور کس نے اندر آنے کا راستہ بدلا۔ جو آپ خود پڑھتے ہیں وہ یہاں نہیں۔ کسی کے الفاظ یہاں نہیں۔
record-lead_own = یہاں وہ نظر آتا ہے جو آپ کے بارے میں ہے: آپ کے اندر آنے کے راستے، اور کس نے انہیں بدلا۔
record-kept =
    { $count ->
        [one] یہ { $count } سال تک رکھا جاتا ہے۔ پھر مٹا دیا جاتا ہے۔
       *[other] یہ { $count } سال تک رکھا جاتا ہے۔ پھر مٹا دیا جاتا ہے۔
    }
record-none = ابھی کچھ نہیں۔
record-by = از { $name }
record-by_nobody = از کوئی نامعلوم شخص
record-later = بعد کے
record-earlier = پہلے کے
record-opened_work = ایک کام کھولا گیا
record-opened_portfolio = پورٹ فولیو کھولا گیا
record-opened_definition = «کامیابی کا مطلب» کھولا گیا
record-opened_conference = ملاقات کا صفحہ کھولا گیا
record-opened = ایک صفحہ کھولا گیا
record-link_made = خاندان کے لیے لنک بنایا گیا
record-link_ended = خاندان کا ایک لنک ختم کیا گیا
record-code_made = اندر آنے کا کوڈ بنایا گیا
record-way_changed = اندر آنے کا ایک طریقہ بدلا گیا
record-role_given = دوسرا کردار دیا گیا
record-tied = خاندان کے کسی فرد کو جوڑا گیا
record-untied = خاندان کے کسی فرد کا جوڑ ختم کیا گیا
record-left = اسکول چھوڑا
record-came_back = اسکول میں واپسی
record-put_right = جو اسکول رکھتا ہے اسے درست کیا گیا
record-moved = گروپ بدلا گیا
record-permit_given = عملے کے کسی فرد کو ایک کام دیکھنے دیا گیا
record-permit_ended = ایک کام دیکھنے کی اجازت ختم کی گئی
record-stand_in_named = کسی کو قائم مقام مقرر کیا گیا
record-stand_in_ended = قائم مقامی ختم کی گئی
record-subjects_set = کسی کے مضامین لکھے گئے
record-imported = لوگ شامل کیے گئے
record-exported = لوگوں کی فہرست نکالی گئی
record-words_hidden = الفاظ چھپائے گئے
record-signed_in = اندر آئے
record-sign_in_refused = کسی نے اندر آنے کی کوشش کی، نہ ہو سکا
record-refused = ایک صفحہ نہیں کھلا، کیونکہ وہ ان کے لیے نہیں تھا
