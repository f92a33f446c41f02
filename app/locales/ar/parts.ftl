## arrange

arrange-grip = تحريك { $name }: بالسحب أو بمفاتيح الأسهم
arrange-now = { $name }: المكان { $n } من { $all } الآن. مفتاح الإدخال يثبّت المكان، ومفتاح Escape يلغي النقل.
arrange-back = عاد إلى مكانه.
arrange-up = إلى الأعلى
arrange-down = إلى الأسفل

## leaving

leaving-title = لحظة من فضلك
leaving-lead = يُرسَل ما كتبتموه على هذا الجهاز قبل أن تغادروا.
leaving-sending = يجري إرسال ما كتبتموه…
leaving-waits = لم يُرسَل بعد كل ما كتبتموه هنا. يبقى على هذا الجهاز، ولا يستطيع أحد غيركم قراءته. ستجدونه هنا حين تسجّلون الدخول مرة أخرى على هذا الجهاز.
leaving-go = تسجيل الخروج
leaving-stay = البقاء
leaving-away_title = لقد غادرتم هذا الجهاز
leaving-away = لا توجد شبكة الآن. لم يعد أحد يرى صفحاتكم هنا. ما كتبتموه ولم يمكن إرساله ستجدونه هنا حين تسجّلون الدخول مرة أخرى على هذا الجهاز.

## form

form-reads_now = هكذا هو الآن
form-writing_as = الكتابة هنا باسم { $name }.

## foreign

foreign-heic = هذه الصورة بصيغة HEIC من iPhone، ولم نستطع فتحها. في تطبيق الصور اختاروا «مشاركة» ثم «خيارات» ثم «الأكثر توافقًا» وأرسلوها بصيغة JPEG. وللصور الجديدة: الإعدادات ← الكاميرا ← التنسيقات ← الأكثر توافقًا.
foreign-locked = ملف PDF هذا مقفل بكلمة سر. افتحوه بكلمة السر، ثم اطبعوه إلى ملف PDF جديد أو احفظوه بلا كلمة سر، وأضيفوا ذلك الملف.
foreign-word = هذا ملف Word. اصنعوا منه ملف PDF وأضيفوه: في مستندات Google: ملف ← تنزيل ← PDF، وفي Word: ملف ← حفظ باسم ← PDF.
foreign-slides = هذه شرائح PowerPoint. اصنعوا منها ملف PDF وأضيفوه: في عروض Google: ملف ← تنزيل ← PDF، وفي PowerPoint: ملف ← تصدير ← PDF.
foreign-sheet = هذا جدول Excel. اصنعوا منه ملف PDF وأضيفوه: في جداول Google: ملف ← تنزيل ← PDF، وفي Excel: ملف ← تصدير ← PDF.
foreign-pages = هذا ملف من Pages أو Keynote أو Numbers من Apple. اصنعوا منه ملف PDF وأضيفوه: ملف ← تصدير إلى ← PDF.
foreign-open_document = هذا ملف OpenDocument. اصنعوا منه ملف PDF وأضيفوه: ملف ← تصدير كـ ← PDF.
foreign-google = هذا الملف يقول فقط أين مستندكم في Google. افتحوا المستند واختاروا ملف ← تنزيل ← PDF، ثم أضيفوا ملف PDF ذاك.
foreign-link_file = هذا الملف لا يحمل إلا رابطًا. مكان الرابط في «روابط»: { $link }
foreign-archive = في هذا الملف عدة ملفات مضغوطة. فكّوا ضغطه وأضيفوا الملفات واحدًا واحدًا.

## problem

problem-stale = تغيّر هذا في هذه الأثناء، ربما في نافذة أخرى. ما هو محفوظ الآن يظهر في الأعلى، وما كُتب ما زال هنا: يحلّ محلّه عند الحفظ مرة أخرى.
problem-not_a_work_file = لم نستطع فتح هذا الملف. تصلح هنا الصور وملفات PDF والصوت والفيديو والنص العادي.
problem-not_drawn = لم نستطع رسم صفحات هذا المستند. احفظوه من جديد كملف PDF، أو أضيفوا صورًا لصفحاته.
problem-no_room_left = لا يوجد مكان له. يمكن أن تبلغ ملفاتكم كلها { $all } ميغابايت، وبقي منها { $left } ميغابايت. أزيلوا ملفًا لم تعودوا تحتاجونه، أو اطلبوا من المدرسة مساحة أكبر.
problem-missing = اكتبوا شيئًا هنا من فضلكم.
problem-too_long = هذا أطول مما يتسع له المكان. الحد الأقصى للأحرف: { $max }.
problem-too_short = هذا قصير. الحد الأدنى للأحرف: { $min }.
problem-too_many_lines = هذه أسطر كثيرة جدًا. الحد الأقصى للأسطر: { $max }.
problem-spaces = من فضلكم اكتبوه دون مسافات.
problem-choose = اختاروا واحدًا من هذه من فضلكم.
problem-not_a_time = لم نستطع قراءة هذا كتاريخ ووقت.
problem-not_a_number = اكتبوا عددًا صحيحًا من { $min } إلى { $max }.
problem-taken = هذا مستخدم بالفعل. اختاروا غيره من فضلكم.
problem-file_too_big = هذا الملف كبير جدًا. الحد { $max } ميغابايت.
problem-too_many_files = ملفات كثيرة دفعة واحدة. أرسلوا { $max } على الأكثر.
problem-not_a_picture = لم نستطع فتحه كصورة. استخدموا JPEG أو PNG أو WebP أو GIF.
problem-not_a_sound = لم نستطع فتحه كتسجيل صوتي. استخدموا M4A أو MP3 أو WAV أو FLAC أو Ogg أو WebM. تستطيع معظم تطبيقات التسجيل مشاركة التسجيل أو حفظه بصيغة M4A أو MP3.
problem-not_a_film = هذا الفيديو بصيغة لا تشغّلها صفحات الويب، مثل AVI أو WMV. احفظوه بصيغة MP4 ببرنامج فيديو ثم أضيفوه.
problem-empty_file = لا شيء في هذا الملف. افتحوه أولًا على جهازكم. عندما يُظهر ما ينبغي، أضيفوه من جديد.
problem-too_many_pixels = هذه الصورة فيها نقاط أكثر مما نستطيع فتحه. صغّروها من فضلكم.
problem-wrong_key = الاسم وكلمة السر لا يتطابقان. حاولوا مرة أخرى.
problem-different = الخانتان غير متطابقتين.
problem-places =
    { $count ->
        [zero] لا موضع للمراجعة:
        [one] انظروا مرة أخرى إلى موضع واحد:
        [two] انظروا مرة أخرى إلى موضعين:
        [few] انظروا مرة أخرى إلى { $count } مواضع:
        [many] انظروا مرة أخرى إلى { $count } موضعًا:
       *[other] انظروا مرة أخرى إلى { $count } موضع:
    }
problem-guessable = كلمة السر هذه سهلة التخمين: يستعملها كثيرون، أو هي صف من المفاتيح، أو أكثرها اسم أو مدرسة أو سنة. ثلاث كلمات لا يجمعها أحد غيركم خيار جيد.

## voice

voice-sound = تسجيل صوتي
voice-sound_hint = تسجيل بهذا الجهاز، أو اختيار تسجيل موجود. الحد { $max } ميغابايت.
voice-talk = تكلُّم
voice-stop = توقّف
voice-again = تكلُّم من جديد
voice-talk_hint = اضغطوا وتكلّموا، ثم اضغطوا مرة أخرى للتوقف. أو أبقوا الإصبع على الزر أثناء الكلام.
voice-asking = قد يسأل الجهاز إن كانت هذه الصفحة تستطيع استخدام الميكروفون.
voice-listening = يجري الاستماع الآن.
voice-ready = التسجيل جاهز ويمكن سماعه. سيُرسل مع هذه الصفحة.
voice-longest = هذا أطول ما يمكن أن يكون عليه التسجيل. هو جاهز ويمكن سماعه.
voice-no_microphone = لا تسمع هذه الصفحة ميكروفونًا هنا. يمكن اختيار تسجيل أو الكتابة.
voice-drop = استبعاده
voice-choose = اختيار تسجيل بدلًا من ذلك
voice-kept = التسجيل هنا.
voice-leave_sound = استبعاد هذا التسجيل
voice-transcript = ما يُقال، مكتوبًا
voice-transcript_hint = لمن لا يستطيع السماع. ويمكن تركه لوقت لاحق.
voice-photo_take = التقاط صورة أو اختيار صورة
voice-photo_hint = خط يد أو رسم أو وصفة. JPEG أو PNG أو WebP أو GIF، حتى { $max } ميغابايت. لا نحفظ أبدًا مكان التقاطها.
voice-photo_words = ما الذي تُظهره أو تقوله
voice-photo_words_hint = لمن لا يستطيع رؤيتها.
voice-photo_kept = الصورة هنا.
voice-leave_photo = استبعاد هذه الصورة
voice-or_type = أو كتابةً
voice-or_paper = أو شيء على ورق
voice-or_talk = أو بالصوت
voice-heard = تسجيل { $name }
voice-on_paper = شيء على الورق من { $name }
voice-only_heard = تسجيل لم يُكتب بعد
voice-only_seen = صورة بلا وصف بعد
voice-trouble = لم نستطع حفظه من جهتنا. أرسلوه مرة أخرى من فضلكم.
voice-earlier = كلمات سابقة
voice-earlier_yours = كلماتكم كما كانت من قبل. لا يقرؤها أحد غيركم.
voice-earlier_kept = ما كان مكتوبًا من قبل يبقى لكم وحدكم.
voice-earlier_away = التخلص من هذه الكلمات السابقة
voice-reworded = قيلت بعد ذلك بكلمات أخرى
voice-earlier_none = هذه هي الكلمات الأولى. لا كلمات قبلها.
voice-now = كما هي الآن
voice-since = منذ { $day }
voice-translate = إضافة ترجمة
voice-translate_lead = تبقى كلمات { $name } أولًا كما هي. وتأتي الترجمة تحتها، مع اسمكم.
voice-translation = ترجمتكم
voice-into = إلى أي لغة؟
voice-same_language = الكلمات بهذه اللغة أصلًا. اختاروا لغة أخرى من فضلكم.
voice-translation_add = إضافة هذه الترجمة
voice-translated_by = ترجمة { $name }
voice-of_earlier = من كلمات سابقة
voice-checked = راجعتها العائلة: { $name }
voice-check = هذه الترجمة صحيحة
voice-checked_by_author = بمراجعة { $name }
problem-not_an_address = ليس هذا عنوان بريد إلكتروني. شكله هكذا: rosa@example.org.

## language

language-en = الإنجليزية
language-es = الإسبانية
language-ar = العربية
language-zh_hans = الصينية المبسطة
language-zh_hant = الصينية التقليدية
language-bn = البنغالية
language-ht = الكريولية الهايتية
language-ru = الروسية
language-ur = الأردية
language-fr = الفرنسية
language-ko = الكورية
language-uk = الأوكرانية
language-uz = الأوزبكية
language-sq = الألبانية
language-pt = البرتغالية
language-wo = الولوفية
language-ff = الفولانية
language-tw = التوي
language-yo = اليوروبا
language-am = الأمهرية
language-so = الصومالية
language-sw = السواحيلية
language-hi = الهندية
language-pa = البنجابية
language-ne = النيبالية
language-vi = الفيتنامية
language-tl = التاغالوغية
language-pl = البولندية
language-yi = اليديشية
language-he = العبرية
language-fa = الفارسية
language-ps = البشتو
language-nv = النافاهو
language-qu = الكيتشوا
language-mix = المكستيكية
language-ase = لغة الإشارة الأمريكية
