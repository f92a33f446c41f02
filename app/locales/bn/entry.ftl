## entry

entry-username = ইউজারনেম বা ই-মেইল
entry-password = পাসওয়ার্ড
entry-sign_in = সাইন ইন
entry-sign_in_title = সাইন ইন
entry-have_code = আমার কাছে কাগজে একটি কোড আছে
entry-families = পরিবারের কোনো অ্যাকাউন্ট লাগে না। শিক্ষার্থীর দেওয়া লিংক খুলুন, অথবা
entry-families_code = চিঠির কোডটি লিখুন
entry-forgot = পাসওয়ার্ড ভুলে গেছেন? স্কুলে যিনি Kinfolio দেখেন, তিনি নতুন কোড ছাপিয়ে দিতে পারেন।
entry-wait = অনেকবার চেষ্টা হয়েছে, কিন্তু মেলেনি। { $time } পরে আবার চেষ্টা করুন, বা স্কুলে নতুন কোড চান।
entry-kept = যা লিখেছিলেন, তা এখানে আছে
entry-code_title = কোড দিয়ে ঢুকুন
entry-code_lead = আপনার চিরকুটে ইউজারনেম আর একটি কোড আছে। দুটোই লিখুন, আর মনে থাকবে এমন একটি পাসওয়ার্ড ঠিক করুন।
entry-card_lead = আপনার নাম ও কোড বসানো আছে। এমন একটি পাসওয়ার্ড বেছে নিন যা মনে থাকবে।
entry-code = কোড
entry-code_hint = আটটি অক্ষর ও সংখ্যা। বড়-ছোট হাতের অক্ষর বা ছোট দাগটি নিয়ে ভাবতে হবে না।
entry-new_password = নতুন পাসওয়ার্ড
entry-new_password_hint = অন্তত 10টি অক্ষর। এমন তিনটি শব্দ ভালো, যা শুধু আপনিই পাশাপাশি বসাবেন।
entry-password_again = একই পাসওয়ার্ড আরেকবার
entry-come_in = ঢুকুন
entry-wrong_code = এই ইউজারনেম আর কোড মেলে না, কিংবা কোডটি আগেই ব্যবহার হয়েছে বা পুরোনো। স্কুলে নতুন একটি চান।
entry-common_password = অনেকে এই পাসওয়ার্ড ব্যবহার করেন, তাই এখানে এটা কিছুই খোলে না। স্কুলে একটি কোড চেয়ে অন্য পাসওয়ার্ড বেছে নিন।
entry-other_way = আমার পাসওয়ার্ড আছে
entry-code_family = কোডটি কি পরিবারের চিঠির?
entry-code_family_do = তাহলে এখানে লিখুন
entry-back_title = আবার স্বাগত। যা লিখেছিলেন, তা এখানেই আছে।
entry-back_lead = এখনো কিছু পাঠানো হয়নি। একবার দেখে পাঠিয়ে দিন।
entry-back_files = ছবি থাকলে সেই পাতায় গিয়ে আবার যোগ করুন।
entry-back_send = এখন পাঠান
entry-back_not = থাক
entry-look_around = কারও চোখে ঘুরে দেখুন
entry-look_around_lead = এটা একটা নমুনা স্কুল। এখানে কেউ সত্যিকারের নয়: যেকোনো দরজা খুলে দেখুন।
entry-demo_students = শিক্ষার্থী
entry-demo_families = পরিবার
entry-demo_advisors = গাইড শিক্ষক
entry-demo_leads = স্কুল পরিচালক
entry-demo_student = শিক্ষার্থী, { $advisory }
entry-demo_student_alone = শিক্ষার্থী
entry-demo_kin = { $student }-এর “{ $kinship }”
entry-demo_advisor = গাইড শিক্ষক, { $advisory }
entry-demo_advisor_alone = গাইড শিক্ষক
entry-demo_lead = স্কুল পরিচালক
entry-busy = এই মুহূর্তে অনেকে সাইন ইন করছেন। কয়েক সেকেন্ড পরে আবার চেষ্টা করুন।
entry-seconds =
    { $count ->
        [one] { $count } সেকেন্ড
       *[other] { $count } সেকেন্ড
    }
entry-minutes =
    { $count ->
        [one] { $count } মিনিট
       *[other] { $count } মিনিট
    }
entry-instead_title = এই লিংক খুলবেন?
entry-instead_lead = এই ডিভাইসে { $name } সাইন ইন করা আছে। লিংকটি খুললে তার আগে { $name } এখান থেকে সাইন আউট হয়ে যাবে।
entry-instead_open = লিংক খুলুন
entry-instead_stay = { $name } হিসেবেই থাকুন

## called

called-title = কী নামে ডাকলে ভালো লাগে
called-lead = এখানে আপনার পুরো নাম { $name }। সম্ভাষণে আর ছোট বাক্যে অন্য নামও ব্যবহার করা যায়।
called-label = আমাকে ডাকুন
called-hint = একটি নাম, একটি ডাকনাম, বা দুটোই। পুরো নাম চাইলে খালি রাখুন।

## set_up

set_up-title = আপনার স্কুল সাজিয়ে নিন
set_up-lead = দুই মিনিটেই আপনার স্কুল এখানে। এরপর আসবে মানুষ আর শেখার লক্ষ্য।
set_up-school = আপনার স্কুল
set_up-name = স্কুলের নাম
set_up-name_hint = বাড়িতে পাঠানো চিঠিতে যেমন লেখা থাকে।
set_up-languages = পাতাগুলো কোন কোন ভাষায় থাকবে?
set_up-languages_hint = সবাই যেকোনো সময় এগুলোর মধ্যে বদলাতে পারে। লেখা যায় যেকোনো ভাষায়।
set_up-first_language = কোনটি প্রথমে?
set_up-first_language_hint = যারা এখনো ভাষা বেছে নেয়নি, তাদের জন্য।
set_up-time_zone = সময় অঞ্চল
set_up-time_zone_hint = যাতে 5:40-এর বৈঠক আপনার ঘড়িতেও 5:40-এ হয়।
set_up-you = আপনি, স্কুল পরিচালক
set_up-you_hint = মানুষ আর শেখার লক্ষ্য আপনি যোগ করেন। শিক্ষার্থীরা কী লেখে, তা আপনি দেখেন না।
set_up-your_name = আপনার নাম
set_up-username_hint = একটি শব্দ। এটা দিয়েই সাইন ইন করবেন।
set_up-open = স্কুল খুলুন
set_up-zone_eastern = পূর্বাঞ্চলীয় সময়: নিউ ইয়র্ক
set_up-zone_central = মধ্যাঞ্চলীয় সময়: শিকাগো
set_up-zone_mountain = পার্বত্য অঞ্চলের সময়: ডেনভার
set_up-zone_arizona = অ্যারিজোনা: ফিনিক্স
set_up-zone_pacific = প্রশান্ত মহাসাগরীয় সময়: লস অ্যাঞ্জেলেস
set_up-zone_alaska = আলাস্কা: অ্যাঙ্কোরেজ
set_up-zone_hawaii = হাওয়াই: হনলুলু
set_up-zone_puerto_rico = পুয়ের্তো রিকো
another-title = এটা { $name }-এর নামে শুরু হয়েছিল
another-lead = আপনি এখন এখানে আছেন { $name } হিসেবে। কিছু পাঠানো হয়নি, আর প্রতিটি কথা এখানেই আছে।
another-as_them = { $name }-এর নামে পাঠান
another-as_them_do = শুধু { $name } নিজে এলে তবেই এটা পাঠানো যায়। এখানে ঢোকার পরে একটি বোতামেই চলে যাবে।
another-is_here = { $name } আবার এখানে: পাঠান
another-as_me = অথবা { $name }-এর নামে পাঠান
another-as_me_do = শুধু যদি কথাগুলো আপনার নিজের হয়। এগুলো আপনার নামে থাকবে।
another-send_as_me = কথাগুলো আমার: { $name }-এর নামে পাঠান
