## record

record-title = কে কী করেছে
record-lead_student = স্কুলের কেউ কখন তোমার পাতা খুলেছে, আর কে ঢোকার পথ বদলেছে, তা এখানে দেখা যায়। তুমি নিজে যা পড়ো তা এখানে নেই। কারও কথাও এখানে নেই।
record-lead_own = আপনার সম্পর্কে যা আছে তা এখানে দেখা যায়: আপনার ঢোকার পথ, আর কে তা বদলেছে।
record-kept =
    { $count ->
        [one] এটা { $count } বছর রাখা হয়। তারপর মুছে ফেলা হয়।
       *[other] এটা { $count } বছর রাখা হয়। তারপর মুছে ফেলা হয়।
    }
record-none = এখনও কিছু নেই।
record-by = করেছেন { $name }
record-by_nobody = করেছেন এমন কেউ যাঁকে জানা নেই
record-later = পরের
record-earlier = আগের
record-opened_work = একটি কাজ খোলা হয়েছে
record-opened_portfolio = পোর্টফোলিও খোলা হয়েছে
record-opened_definition = “সাফল্য মানে কী” খোলা হয়েছে
record-opened_conference = বৈঠক খোলা হয়েছে
record-opened = একটি পাতা খোলা হয়েছে
record-link_made = পরিবারের জন্য লিংক বানানো হয়েছে
record-link_ended = পরিবারের একটি লিংক শেষ করা হয়েছে
record-code_made = ঢোকার কোড বানানো হয়েছে
record-way_changed = ঢোকার একটি উপায় বদলানো হয়েছে
record-role_given = অন্য ভূমিকা দেওয়া হয়েছে
record-tied = পরিবারের কাউকে যুক্ত করা হয়েছে
record-untied = পরিবারের কারও যোগ শেষ করা হয়েছে
record-left = স্কুল ছেড়ে গেছেন
record-came_back = স্কুলে ফিরে এসেছেন
record-put_right = স্কুল যা রাখে তা ঠিক করা হয়েছে
record-moved = দল বদলানো হয়েছে
record-permit_given = স্কুলের একজনকে একটি কাজ দেখতে দেওয়া হয়েছে
record-permit_ended = একটি কাজ দেখার অনুমতি শেষ করা হয়েছে
record-stand_in_named = বদলি গাইড শিক্ষক ঠিক করা হয়েছে
record-stand_in_ended = বদলি থাকা শেষ করা হয়েছে
record-subjects_set = কে কোন বিষয় পড়ান তা লেখা হয়েছে
record-imported = মানুষ আনা হয়েছে
record-exported = মানুষের তালিকা বের করা হয়েছে
record-words_hidden = কথা লুকানো হয়েছে
record-signed_in = ঢুকেছেন
record-sign_in_refused = কেউ ঢুকতে চেষ্টা করেছে, কাজ হয়নি
record-refused = একটি পাতা খোলা হয়নি, কারণ তা তাঁর জন্য নয়
