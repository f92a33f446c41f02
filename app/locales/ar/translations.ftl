## كلمات الصفحات، يقرؤها من يتكلمها في البيت

translations-title = كلمات هذه الصفحات
translations-lead = يمكنك قراءتها إلى جانب الإنجليزية، وقول كيف تقال في بيتكم. لا تغيّر الاقتراحات أي صفحة: تُجمع لمن يعتني بالترجمات.
translations-checked = قرأها شخص يتكلمها في بيته
translations-unchecked = لم يقرأها بعد أحد ممن يتكلمونها في البيت
translations-staff_english = الصفحات الخاصة بالعاملين وحدهم بالإنجليزية
translations-suggested = { $count ->
    [zero] لا اقتراحات
    [one] اقتراح واحد
    [two] اقتراحان
    [few] { $count } اقتراحات
    [many] { $count } اقتراحًا
   *[other] { $count } اقتراح
    }
translations-beside = { $language } إلى جانب الإنجليزية
translations-areas = أقسام الصفحات
translations-english = الإنجليزية
translations-where = أين تقال
translations-missing = تظهر بالإنجليزية
translations-your_suggestion = اقتراحك
translations-suggestion = اقتراح
translations-take_back = سحبه
translations-how = الاقتراح بجدول
translations-how_1 = تنزيل الجدول أولًا. يُفتح في برنامج جداول.
translations-how_2 = في العمود الأخير يُكتب كيف تقال العبارة. ما هو جيد يبقى كما هو. ما بين القوسين المعقوفين، مثل { "{ $name }" }، يحل محل شيء: ينبغي إبقاؤه.
translations-how_3 = حفظه بصيغة CSV، ثم إحضاره إلى هنا.
translations-sheet = تنزيل الجدول
translations-file = الجدول
translations-keep = حفظ اقتراحاتي
translations-nothing = العمود الأخير في هذا الجدول فارغ.
translations-too_long = السطر { $line }، { $key }: النص طويل جدًا.
translations-no_such = السطر { $line }: لا توجد عبارة اسمها { $key }.
translations-no_sentence = السطر { $line }، { $key }: الأقواس المعقوفة غير مغلقة، أو تقول أكثر مما يمكن.
translations-lacks = السطر { $line }، { $key }: ينبغي أن تقول أيضًا { $names }.
translations-not_told = السطر { $line }، { $key }: لا يُعرف هناك شيء عن { $names }.
translations-for_keepers = كل الاقتراحات في ملف للمترجمين (Fluent)
