time-title = সময়
time-lead = পরিবারগুলো নিজের পাতায় এখান থেকে বেছে নেয়। কে কখন আসছেন, এখানে দেখবেন।
time-offer = সময় দিন
time-offer_lead = একটি সময়, বা পুরো একটা বিকেল। কেউ বেছে নেওয়ার আগেই দেখবেন কেমন হবে।
time-offered_none = কোনো সময় দেওয়া হয়নি
time-offered_none_do = একটা বিকেল দিন, প্রতিটি পরিবার নিজের লিংকে তা পেয়ে যাবে।
time-free = খালি
time-take_back = তুলে নিন
time-day_plan = এই দিনের পরিকল্পনা, ছাপার জন্য
time-waiting = এখনো বেছে নেওয়া বাকি
time-waiting_do = কাউকে একা করতে হবে না: কেউ ফোনে বা কাগজে সময় জানালে আপনিই লিখে দিন।
time-enter = সময় লিখে দিন
time-feed = আমার নিজের ক্যালেন্ডারে
time-feed_do = এমন একটি ঠিকানা, যা আপনার ক্যালেন্ডার অ্যাপ নিজেই পড়ে। কখন, কোথায়, আর শিক্ষার্থীদের এখানে যে নামে ডাকা হয়, তা দেখায়।
time-feed_make = ঠিকানা তৈরি করুন
time-feed_once = ঠিকানাটি এখনই কপি করে ক্যালেন্ডার অ্যাপে দিন। এটা একবারই দেখানো হয়।
time-feed_only = যার কাছে এটা থাকে, সে আপনার সময়গুলো আর শিক্ষার্থীদের ডাকা নাম দেখে, আর কিছু নয়। নতুন একটি তৈরি করলে এটা বন্ধ হয়ে যায়।
time-with_name = সঙ্গে { $name }
time-interpreter_there = দোভাষী: { $language }
time-needs = দোভাষী চান: { $language }
time-comes = আসছেন { $name }
time-in_person = সামনাসামনি
time-video = ভিডিও কল
time-phone = ফোন কল
time-home_visit = বাড়িতে এসে
time-day = দিন
time-from = থেকে
time-until = পর্যন্ত
time-minutes = প্রতিটির জন্য মিনিট
time-minutes_hint = দোভাষী থাকলে দেড় গুণ সময় দিন।
time-pause = দুটির মাঝে মিনিট
time-place = কোথায়
time-place_hint = একটা ঘর, একটা কোণ, বা যে লিংক আপনি পাঠাবেন।
time-ways = কীভাবে হতে পারে
time-interpreter = দোভাষী
time-interpreter_hint = এই সময়গুলোতে কেউ থাকলে।
time-interpreter_none = এই সময়গুলোতে কেউ নেই
time-rest_from = বিরতি শুরু
time-rest_until = বিরতি শেষ
time-look = কেমন হবে, দেখুন
time-preview =
    { $count ->
        [one] { $count }টি সময়
       *[other] { $count }টি সময়
    }
time-offer_these = এগুলো দিন
time-series_empty = এখানে একটি সময়েরও জায়গা নেই।
time-series_too_many = এতে { $max }টির বেশি সময় হয়ে যায়। দুই ভাগে দিন।
time-series_past = এর কিছুটা এর মধ্যেই পেরিয়ে গেছে।
time-choose_title = সময় বেছে নিন
time-choose_lead = { $name }-এর বৈঠকে কখন আসতে চান? একটি সময়ে চাপ দিন।
time-move_lead = অন্য কোনো সময় কি আপনার জন্য ভালো? তাতে চাপ দিন।
time-none = এখন বেছে নেওয়ার মতো কোনো সময় নেই
time-none_do = গাইড শিক্ষক আরও সময় দেবেন, বা আপনার সঙ্গে মিলে ঠিক করবেন। যেকোনো সময় স্কুলে ফোন করতে পারেন।
time-yours = আপনার সময় ঠিক আছে
time-move_way = সরান, বা কিছু বদলান
time-change = ধরন বা নোট বদলান
time-to_calendar = আমার ক্যালেন্ডারে রাখুন
time-give_back = সময় ফিরিয়ে দিন
time-beside = { $name }-এর সময়ের পাশে
time-beside_when = { $name }-এর সময় { $at }।
time-beside_none = খালি সময়গুলোর কোনোটিই ঠিক এর আগে বা পরে নয়।
time-confirm_title = এটাই কি ঠিক?
time-nearest = সবচেয়ে কাছের খালি সময়গুলো
time-how = কীভাবে দেখা হলে ভালো হয়?
time-needs_label = দোভাষী চান?
time-needs_hint = স্কুল দোভাষী ঠিক করে দেয়। এটা কখনোই আপনার সন্তানের কাজ নয়।
time-needs_open = দোভাষী চাইলে তবেই বাছুন
time-note = আমাদের আর কিছু জানা দরকার?
time-note_hint = সঙ্গে কে আসবেন, সিঁড়িতে অসুবিধা, অন্য সময় হলে ভালো হতো।
time-take = এই সময় নিন
time-who_comes = কে আসবেন?
time-taken = আপনার ঠিক আগে কেউ এই সময়টি নিয়েছেন। সবচেয়ে কাছেরগুলো এখানে; যা লিখেছিলেন তা এখানেই আছে।
time-elsewhere = ওই সময়ে আপনি { $name }-এর বৈঠকে থাকছেন। সবচেয়ে কাছের খালি সময়গুলো এখানে; যা লিখেছিলেন তা এখানেই আছে।
time-ask = আপনি কখন আসতে চান?
time-ask_do = বেছে নেওয়ার মতো সময় আছে। এক মিনিটের কাজ।
time-longer = একটু লম্বা সময়
time-free_times = খালি সময়
time-others = অন্য সময়
time-interpreter_later = খালি কোনো সময়ে এখনো দোভাষী নেই। যেকোনোটি বেছে নিন, স্কুল দোভাষী খুঁজে দেবে।
time-needs_show = যেগুলো মেলে, দেখুন
time-right_after = { $name }-এর ঠিক পরে
time-right_before = { $name }-এর ঠিক আগে
time-siblings = আপনি আরও আসছেন যার জন্য
time-siblings_do = এর পাশের সময়গুলো আপনাকে আগে দেখানো হবে।
time-sibling_way = { $name }-এর জন্য বেছে নিন
time-stale = এর মধ্যে আপনার পরিবারের কেউ সময় বেছে নিয়েছেন। দুটোই দেখে ঠিকটি নিন।
time-meanwhile = এর মধ্যে বেছে নেওয়া
time-enter_title = { $name }-এর জন্য সময়
time-enter_lead = পরিবার যা বলেছে, তা লিখুন। আপনি লিখে দিয়েছেন, তা তাঁরা নিজের পাতায় দেখবেন।
time-theirs = পরিবারের সময় ঠিক আছে
time-said_by = বলেছেন { $name }, লিখে দিয়েছেন { $by }
time-choice_way = সরান বা তুলে নিন
time-choice_title = { $name }-এর পরিবার এই সময় নিয়েছে
time-choice_move = অন্য সময়
time-choice_move_do = তাঁদের সঙ্গে কথা বলুন, তারপর তাঁদের হয়ে অন্য একটি বেছে নিন। বৈঠকও সঙ্গে সরবে।
time-choice_move_way = খালি সময় দেখুন
time-they_cannot = তাঁরা আসতে পারছেন না
time-they_cannot_do = তাঁরা আপনাকে জানিয়েছেন। সময়টি অন্যদের জন্য আবার খালি হবে।
time-they_cannot_way = তাঁদের হয়ে ফিরিয়ে দিন
time-i_cannot = আমি থাকতে পারছি না
time-i_cannot_do = সময়টি তুলে নেওয়া হবে। আবার বেছে নেওয়ার আগে পরিবার নিজের পাতায় আপনার কথা পড়বে।
time-tell = তাঁদের কী জানাবেন?
time-tell_hint = কী হয়েছে, আর আপনি কী বলেন। তাঁরা পড়েন এমন ভাষায় লিখুন।
time-tell_way = জানিয়ে তুলে নিন
time-lost = আপনার সময়টি আর নেই
time-lost_given = { $name } { $at }-এর সময়টি ফিরিয়ে দিয়েছেন।
time-from_calendar = আমার ক্যালেন্ডার থেকে সরান
time-plan_it = আমার বৈঠকের পরিকল্পনা করি
time-until_hint = একটিই সময় হলে খালি রাখুন।
time-rooms = পাশাপাশি ঘর
time-rooms_do = একই সময়ে অন্য ঘরে, প্রতিটিতে অন্য কেউ থাকবেন।
time-room = ঘর { $number }
time-room_host = কে থাকবেন
time-host_missing = এগুলোতে কে থাকবেন, বলুন। একজন দুই ঘরে থাকতে পারেন না।
time-room_missing = কোথায়, তা বলুন।
time-look_again = আপনি দেখার পরে এটা বদলেছে। আবার দেখে তারপর দিন।
time-rest = মাঝে একটু বিরতি
time-held_by = { $at }-এ { $name } আগেই আছেন।
time-host_hint = শুধু আপনি না হলে।
time-confirm_for = { $name }-এর বৈঠকের জন্য।
time-chosen_by = { $name } একটি সময় বেছে নিয়েছেন
time-others_told = আপনি এটা সরাতে বা ফিরিয়ে দিতে পারেন। কাজটি যে আপনি করেছেন, { $name } তা এখানে পড়বেন।
time-others_chose = { $student }-এর জন্য { $name } আগেই একটি সময় বেছে নিয়েছেন। আপনি এটা নিলে সেটির বদলে { $student }-এর সময় হবে এটাই, আসবেন আপনি, আর { $name } সময়ের পাশে যা লিখেছিলেন তা মুছে যাবে। কাজটি যে আপনি করেছেন, { $name } তা এখানে পড়বেন।
time-with_others = স্কুলের অন্য কারও সঙ্গে
time-feed_family = এমন একটি ঠিকানা, যা আপনার ক্যালেন্ডার অ্যাপ নিজেই পড়ে। বৈঠকের জন্য আপনার বেছে নেওয়া সময়, আর শিক্ষার্থীদের এখানে যে নামে ডাকা হয়, তা দেখায়।
time-feed_note = আপনার বেছে নেওয়া সময়, নিজের ক্যালেন্ডার অ্যাপে
time-feed_anew = নতুন ঠিকানা তৈরি করুন
time-feed_there = আপনার একটি ঠিকানা আছে, { $day } থেকে। নতুন একটি তৈরি করলে সেটি বন্ধ হয়ে যায়।
time-feed_end = ঠিকানাটি বন্ধ করুন
time-mail_summary = { $school }-এ বৈঠক
time-mail_subject = { $school }-এ আপনার সময়
time-mail_subject_off = { $school }-এ আপনার সময় বাতিল হয়েছে
time-mail =
    প্রিয় { $name },
    আপনার সময় { $school }-এ: { $day }
    এই মেইলের সঙ্গের ফাইলটি সময়টি আপনার ক্যালেন্ডারে রাখে। সময় সরে থাকলে আগেরটি মুছে যায়।
    সবকিছু আপনার নিজের পাতায় পাবেন: { $address }
    আপনি চেয়েছিলেন বলে এই মেইল পেলেন। আর পেতে না চাইলে: { $stop }
time-mail_off =
    প্রিয় { $name },
    আপনার যে সময় { $school }-এ ছিল, তা বাতিল হয়েছে: { $day }
    এই মেইলের সঙ্গের ফাইলটি সময়টি আপনার ক্যালেন্ডার থেকে সরায়।
    সবকিছু আপনার নিজের পাতায় পাবেন: { $address }
    আপনি চেয়েছিলেন বলে এই মেইল পেলেন। আর পেতে না চাইলে: { $stop }
