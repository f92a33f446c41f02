## arrange

arrange-grip = { $name } সরান: টেনে নিন, বা তিরচিহ্নের কী চাপুন
arrange-now = { $name } এখন { $n } নম্বরে, মোট { $all }। Enter চাপলে এখানেই থাকবে, Escape চাপলে আগের জায়গায় ফিরবে।
arrange-back = যেখানে ছিল, সেখানেই ফিরেছে।
arrange-up = ওপরে
arrange-down = নিচে

## leaving

leaving-title = একটু দাঁড়ান
leaving-lead = বেরোনোর আগে এই ডিভাইসে লেখা কথাগুলো পাঠানো হচ্ছে।
leaving-sending = আপনার লেখা পাঠানো হচ্ছে…
leaving-waits = এখানে লেখা সবকিছু এখনো পাঠানো যায়নি। তা এই ডিভাইসেই থাকবে, আর কেউ পড়তে পারবে না। এই ডিভাইসে আবার সাইন ইন করলে পেয়ে যাবেন।
leaving-go = সাইন আউট
leaving-stay = থাকুন
leaving-away_title = আপনি এই ডিভাইস থেকে বেরিয়ে গেছেন
leaving-away = এখন নেটওয়ার্ক নেই। এখানে আর কেউ আপনার পাতা দেখতে পায় না। যা লিখেছেন কিন্তু পাঠানো যায়নি, এই ডিভাইসে আবার সাইন ইন করলে পেয়ে যাবেন।

## form

form-reads_now = এখন যেমন আছে

## foreign

foreign-heic = এটা আইফোনের HEIC ছবি, আমরা খুলতে পারিনি। Photos অ্যাপে Share, তারপর Options, তারপর Most Compatible বেছে JPEG হিসেবে পাঠান। নতুন ছবির জন্য: Settings → Camera → Formats → Most Compatible।
foreign-locked = এই PDF-এ পাসওয়ার্ড দেওয়া আছে। পাসওয়ার্ড দিয়ে খুলে নতুন PDF হিসেবে প্রিন্ট করুন বা পাসওয়ার্ড ছাড়া সেভ করুন, তারপর সেটি যোগ করুন।
foreign-word = এটা Word ফাইল। একে PDF বানিয়ে যোগ করুন: Google Docs-এ File → Download → PDF, Word-এ File → Save As → PDF।
foreign-slides = এগুলো PowerPoint স্লাইড। এগুলোকে PDF বানিয়ে যোগ করুন: Google Slides-এ File → Download → PDF, PowerPoint-এ File → Export → PDF।
foreign-sheet = এটা Excel টেবিল। একে PDF বানিয়ে যোগ করুন: Google Sheets-এ File → Download → PDF, Excel-এ File → Export → PDF।
foreign-pages = এটা Apple-এর Pages, Keynote বা Numbers ফাইল। একে PDF বানিয়ে যোগ করুন: File → Export To → PDF।
foreign-open_document = এটা OpenDocument ফাইল। একে PDF বানিয়ে যোগ করুন: File → Export As → PDF।
foreign-google = এই ফাইল শুধু বলে আপনার Google ডকুমেন্টটি কোথায়। ডকুমেন্টটি খুলুন, File → Download → PDF বাছুন, আর সেই PDF যোগ করুন।
foreign-link_file = এই ফাইলে শুধু একটি লিংক আছে। লিংকের জায়গা “লিংক” অংশে: { $link }
foreign-archive = এর ভেতরে কয়েকটি ফাইল একসঙ্গে বাঁধা। খুলে নিয়ে ফাইলগুলো আলাদা করে যোগ করুন।

## problem

problem-stale = এর মধ্যে এটা বদলে গেছে, হয়তো অন্য কোনো জানালায়। এখন যেমন আছে, তা ওপরে দেখা যাচ্ছে। আপনার কথা রাখতে আবার সংরক্ষণ করুন।
problem-not_a_work_file = ফাইলটি খোলা গেল না। এখানে ছবি, PDF, অডিও, ভিডিও আর সাধারণ লেখা চলে।
problem-not_drawn = এই ডকুমেন্টের পাতাগুলো আঁকা গেল না। আবার PDF হিসেবে সেভ করুন, বা পাতাগুলোর ছবি যোগ করুন।
problem-no_room_left = এটার জন্য জায়গা নেই। আপনার সব ফাইল মিলিয়ে { $all } MB হতে পারে, বাকি আছে { $left } MB। যে ফাইল আর লাগে না সেটা সরান, বা স্কুলের কাছে আরও জায়গা চান।
problem-missing = এখানে কিছু লিখুন।
problem-too_long = এটা বেশি লম্বা। { $max }টি অক্ষর পর্যন্ত ধরে।
problem-too_short = অন্তত { $min }টি অক্ষর লিখুন।
problem-too_many_lines = লাইন বেশি হয়ে গেছে। { $max }টি পর্যন্ত ধরে।
problem-spaces = মাঝের ফাঁকগুলো বাদ দিন।
problem-choose = এর একটি বেছে নিন।
problem-not_a_time = এটাকে তারিখ আর সময় হিসেবে পড়া গেল না।
problem-not_a_number = { $min } থেকে { $max }-এর মধ্যে একটি পূর্ণ সংখ্যা লিখুন।
problem-taken = এটা আগেই কেউ নিয়েছে। অন্য একটি বেছে নিন।
problem-file_too_big = ফাইলটি বেশি বড়। একটি ফাইল { $max } MB পর্যন্ত হতে পারে।
problem-too_many_files = একবারে অনেক ফাইল হয়ে গেছে। { $max }টি পর্যন্ত পাঠান।
problem-not_a_picture = এটা ছবি হিসেবে খোলা গেল না। JPEG, PNG, WebP বা GIF দিন।
problem-not_a_sound = এটা রেকর্ডিং হিসেবে খোলা গেল না। M4A, MP3, WAV, FLAC, Ogg বা WebM দিন। বেশির ভাগ রেকর্ডার অ্যাপ M4A বা MP3 হিসেবে শেয়ার বা সেভ করতে পারে।
problem-not_a_film = ভিডিওটি এমন ধরনের (যেমন AVI বা WMV), যা ওয়েব পাতায় চলে না। কোনো ভিডিও প্রোগ্রামে MP4 হিসেবে সেভ করে সেটি যোগ করুন।
problem-empty_file = এই ফাইলে কিছু নেই। আগে আপনার ডিভাইসে খুলে দেখুন। ঠিকমতো দেখা গেলে আবার যোগ করুন।
problem-too_many_pixels = আমরা যত পিক্সেল খুলতে পারি, এই ছবিতে তার চেয়ে বেশি আছে। ছবিটি ছোট করে নিন।
problem-wrong_key = নাম আর পাসওয়ার্ড মেলে না। আবার চেষ্টা করুন।
problem-different = দুবারের লেখা এক নয়।
problem-places =
    { $count ->
        [one] { $count }টি জায়গা আবার দেখুন:
       *[other] { $count }টি জায়গা আবার দেখুন:
    }
problem-guessable = এই পাসওয়ার্ড সহজেই আন্দাজ করা যায়: অনেকে ব্যবহার করে, বা কিবোর্ডের একটি সারি, বা মূলত একটি নাম, স্কুল বা সাল। এমন তিনটি শব্দ ভালো, যা শুধু আপনিই পাশাপাশি বসাবেন।

## voice

voice-sound = রেকর্ডিং
voice-sound_hint = এই ডিভাইসে রেকর্ড করুন, বা একটি রেকর্ডিং বেছে নিন। { $max } MB পর্যন্ত হতে পারে।
voice-talk = বলুন
voice-stop = থামুন
voice-again = আবার বলুন
voice-talk_hint = একবার চেপে বলুন, থামতে আবার চাপুন। অথবা চেপে ধরে বলুন।
voice-asking = এই পাতা মাইক্রোফোন ব্যবহার করতে পারে কি না, ডিভাইস তা জিজ্ঞেস করতে পারে।
voice-listening = আপনার কথা শোনা হচ্ছে।
voice-ready = রেকর্ডিং তৈরি। শুনে দেখতে পারেন। এই পাতা পাঠালে এটাও সঙ্গে যাবে।
voice-longest = রেকর্ডিং এর চেয়ে লম্বা হয় না। এটা তৈরি, শুনে দেখতে পারেন।
voice-no_microphone = এই পাতা এখানে কোনো মাইক্রোফোন পাচ্ছে না। একটি রেকর্ডিং বেছে নিতে বা লিখতে পারেন।
voice-drop = বাদ দিন
voice-choose = তার বদলে রেকর্ডিং বাছুন
voice-kept = আপনার রেকর্ডিং এখানে আছে।
voice-leave_sound = এই রেকর্ডিং বাদ দিন
voice-transcript = যা বলা হয়েছে, লেখায়
voice-transcript_hint = যাঁরা শুনতে পারেন না, তাঁদের জন্য। পরেও লেখা যায়।
voice-photo_take = ছবি তুলুন বা বাছুন
voice-photo_hint = হাতের লেখা, আঁকা ছবি, রান্নার প্রণালি। JPEG, PNG, WebP বা GIF, { $max } MB পর্যন্ত। কোথায় তোলা, তা কখনো রাখা হয় না।
voice-photo_words = এতে কী দেখা বা পড়া যায়
voice-photo_words_hint = যাঁরা দেখতে পান না, তাঁদের জন্য।
voice-photo_kept = আপনার ছবি এখানে আছে।
voice-leave_photo = এই ছবি বাদ দিন
voice-or_type = অথবা লিখুন
voice-or_paper = অথবা কাগজে কিছু দেখান
voice-or_talk = অথবা মুখে বলুন
voice-heard = রেকর্ডিং: { $name }
voice-on_paper = { $name } কাগজে যা রেখেছেন
voice-only_heard = একটি রেকর্ডিং, এখনো লেখা হয়নি
voice-only_seen = একটি ছবি, এখনো বর্ণনা নেই
voice-trouble = আমাদের দিকে সমস্যার কারণে এটা রাখা গেল না। আবার পাঠান।
voice-earlier = আগের কথা
voice-earlier_none = এগুলোই প্রথম কথা। এর আগে কিছু নেই।
voice-now = এখন যেমন আছে
voice-since = { $day } থেকে
voice-translate = অনুবাদ যোগ করুন
voice-translate_lead = { $name }-এর কথা আগে থাকে, যেমন আছে তেমনই। অনুবাদ থাকে তার নিচে, আপনার নামে।
voice-translation = আপনার অনুবাদ
voice-into = কোন ভাষায়?
voice-same_language = কথাগুলো আগে থেকেই এই ভাষায়। অন্য একটি বেছে নিন।
voice-translation_add = এই অনুবাদ যোগ করুন
voice-translated_by = অনুবাদ: { $name }
voice-of_earlier = আগের কথার
voice-checked = পরিবারের পক্ষ থেকে মিলিয়ে দেখেছেন { $name }
voice-check = অনুবাদটি ঠিক আছে
voice-checked_by_author = মিলিয়ে দেখেছেন { $name }

## language

language-en = ইংরেজি
language-es = স্প্যানিশ
language-ar = আরবি
language-zh_hans = চীনা (সরলীকৃত)
language-zh_hant = চীনা (ঐতিহ্যবাহী)
language-bn = বাংলা
language-ht = হাইতিয়ান ক্রেওল
language-ru = রুশ
language-ur = উর্দু
language-fr = ফরাসি
language-ko = কোরীয়
language-uk = ইউক্রেনীয়
language-uz = উজবেক
language-sq = আলবেনীয়
language-pt = পর্তুগিজ
language-wo = ওলোফ
language-ff = ফুলা
language-tw = টোয়াই
language-yo = ইওরুবা
language-am = আমহারিক
language-so = সোমালি
language-sw = সোয়াহিলি
language-hi = হিন্দি
language-pa = পাঞ্জাবি
language-ne = নেপালি
language-vi = ভিয়েতনামী
language-tl = তাগালগ
language-pl = পোলিশ
language-yi = ইদ্দিশ
language-he = হিব্রু
language-fa = ফারসি
language-ps = পশতু
language-nv = নাভাজো
language-qu = কেচুয়া
language-mix = মিশতেক
language-ase = আমেরিকান ইশারা ভাষা
form-writing_as = আপনি লিখছেন { $name } হিসেবে।
voice-earlier_yours = আগে আপনি যেভাবে বলেছিলেন। শুধু আপনিই এটা পড়তে পারেন।
voice-earlier_kept = আগে যেমন ছিল, তা শুধু আপনার কাছেই থাকে।
voice-earlier_away = এই আগের কথাগুলো ফেলে দিন
voice-reworded = পরে অন্যভাবে বলা হয়েছে
problem-not_an_address = এটা ই-মেইল ঠিকানা নয়। ঠিকানা দেখতে এমন: rosa@example.org।
