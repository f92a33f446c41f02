## arrange

arrange-grip = تحريك { $name }: اسحبه أو استخدم مفاتيح الأسهم
arrange-now = { $name } الآن رقم { $n } من { $all }. مفتاح الإدخال يبقيه هناك، ومفتاح Escape يعيده.
arrange-back = عاد إلى مكانه.
arrange-up = إلى الأعلى
arrange-down = إلى الأسفل

## leaving

leaving-title = لحظة من فضلك
leaving-lead = يُرسَل ما كتبته على هذا الجهاز قبل أن تغادر.
leaving-sending = يجري إرسال ما كتبته…
leaving-waits = لم يُرسَل بعد كل ما كتبته هنا. يبقى على هذا الجهاز، ولا يستطيع أحد غيرك قراءته. ستجده هنا حين تسجّل الدخول مرة أخرى على هذا الجهاز.
leaving-go = تسجيل الخروج
leaving-stay = البقاء
leaving-away_title = لقد غادرت هذا الجهاز
leaving-away = لا توجد شبكة الآن. لم يعد أحد يرى صفحاتك هنا. ما كتبته ولم يمكن إرساله ستجده هنا حين تسجّل الدخول مرة أخرى على هذا الجهاز.

## form

form-reads_now = هكذا هو الآن

## problem

problem-stale = تغيّر هذا في هذه الأثناء، ربما في نافذة أخرى. ما هو محفوظ الآن يظهر في الأعلى، وما كُتب ما زال هنا: يحلّ محلّه عند الحفظ مرة أخرى.
problem-not_a_work_file = لم نستطع فتح هذا الملف. تصلح هنا الصور وملفات PDF والصوت والفيديو والنص العادي.
problem-not_drawn = لم نستطع رسم صفحات هذا المستند. احفظه من جديد كملف PDF، أو أضف صورًا لصفحاته.
problem-no_room_left = لا يوجد مكان له. يمكن أن تبلغ ملفاتك كلها { $all } ميغابايت، وبقي منها { $left } ميغابايت. أزل ملفًا لم تعد تحتاجه، أو اطلب من مدرستك مساحة أكبر.
problem-missing = اكتب شيئًا هنا من فضلك.
problem-too_long = هذا أطول مما يتسع له المكان. الحد { $max } حرف.
problem-too_short = استخدم { $min } حرفًا على الأقل.
problem-too_many_lines = هذه أسطر كثيرة جدًا. يتّسع المكان لـ { $max }.
problem-spaces = من فضلك اكتبه دون مسافات.
problem-choose = اختر واحدًا من هذه من فضلك.
problem-not_a_time = لم نستطع قراءة هذا كتاريخ ووقت.
problem-not_a_number = اكتب عددًا صحيحًا من { $min } إلى { $max }.
problem-taken = هذا مستخدم بالفعل. اختر غيره من فضلك.
problem-file_too_big = هذا الملف كبير جدًا. الحد { $max } ميغابايت.
problem-too_many_files = ملفات كثيرة دفعة واحدة. أرسل { $max } على الأكثر.
problem-not_a_picture = لم نستطع فتحه كصورة. استخدم JPEG أو PNG أو WebP أو GIF.
problem-not_a_sound = لم نستطع فتحه كتسجيل صوتي. استخدم WebM أو Ogg أو M4A أو MP3 أو WAV.
problem-too_many_pixels = هذه الصورة فيها نقاط أكثر مما نستطيع فتحه. صغّرها من فضلك.
problem-wrong_key = الاسم وكلمة السر لا يتطابقان. حاول مرة أخرى.
problem-different = الخانتان غير متطابقتين.
problem-places =
    { $count ->
        [zero] لا يوجد ما تنظر إليه:
        [one] انظر مرة أخرى إلى موضع واحد:
        [two] انظر مرة أخرى إلى موضعين:
        [few] انظر مرة أخرى إلى { $count } مواضع:
        [many] انظر مرة أخرى إلى { $count } موضعًا:
       *[other] انظر مرة أخرى إلى { $count } موضع:
    }
problem-guessable = كلمة السر هذه سهلة التخمين: يستعملها كثيرون، أو هي صف من المفاتيح، أو أكثرها اسم أو مدرسة أو سنة. ثلاث كلمات لا يجمعها غيرك تكفي.

## voice

voice-sound = تسجيل صوتي
voice-sound_hint = سجّل بهذا الجهاز أو اختر تسجيلًا. الحد { $max } ميغابايت.
voice-talk = تكلّم
voice-stop = توقّف
voice-again = تكلّم من جديد
voice-talk_hint = اضغط وتكلّم، ثم اضغط مرة أخرى لتتوقف. أو أبقِ إصبعك على الزر وأنت تتكلم.
voice-asking = قد يسألك جهازك إن كانت هذه الصفحة تستطيع استخدام الميكروفون.
voice-listening = إنه يسمعك الآن.
voice-ready = تسجيلك جاهز. يمكنك أن تسمعه. سيُرسل مع هذه الصفحة.
voice-longest = هذا أطول ما يمكن أن يكون عليه التسجيل. هو جاهز ويمكنك أن تسمعه.
voice-no_microphone = لا تسمع هذه الصفحة ميكروفونًا هنا. يمكنك أن تختار تسجيلًا أو أن تكتب.
voice-drop = استبعده
voice-choose = اختر تسجيلًا بدلًا من ذلك
voice-kept = تسجيلك هنا.
voice-leave_sound = استبعد هذا التسجيل
voice-transcript = ما يُقال، مكتوبًا
voice-transcript_hint = لمن لا يستطيع السماع. ويمكنك تركه لوقت لاحق.
voice-photo_take = التقط صورة أو اختر واحدة
voice-photo_hint = خط يد أو رسم أو وصفة. JPEG أو PNG أو WebP أو GIF، حتى { $max } ميغابايت. لا نحفظ أبدًا مكان التقاطها.
voice-photo_words = ما الذي تُظهره أو تقوله
voice-photo_words_hint = لمن لا يستطيع رؤيتها.
voice-photo_kept = صورتك هنا.
voice-leave_photo = استبعد هذه الصورة
voice-or_type = أو اكتب
voice-or_paper = أو أرِنا شيئًا على ورق
voice-or_talk = أو قله بصوتك
voice-heard = تسجيل { $name }
voice-on_paper = شيء وضعه { $name } على ورق
voice-only_heard = تسجيل لم يُكتب بعد
voice-only_seen = صورة بلا وصف بعد
voice-trouble = لم نستطع حفظه من جهتنا. أرسله مرة أخرى من فضلك.
voice-earlier = كلمات سابقة
voice-earlier_lead = كيف قالها { $name } من قبل. لا يضيع شيء مما قيل.
voice-earlier_none = هذه هي الكلمات الأولى. لا كلمات قبلها.
voice-now = كما هي الآن
voice-since = منذ { $day }
voice-translate = أضف ترجمة
voice-translate_lead = تبقى كلمات { $name } أولًا كما هي. وتأتي الترجمة تحتها، مع اسمك.
voice-translation = ترجمتك
voice-into = إلى أي لغة؟
voice-same_language = الكلمات بهذه اللغة أصلًا. اختر لغة أخرى من فضلك.
voice-translation_add = أضف هذه الترجمة
voice-translated_by = ترجمة { $name }
voice-of_earlier = من كلمات سابقة
voice-checked = راجعتها العائلة: { $name }
voice-check = هذه الترجمة صحيحة
voice-checked_by_author = راجعها { $name }
