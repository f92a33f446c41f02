## rendition

rendition-title = অনুবাদ করুন বা পড়ে শোনান
rendition-lead = { $name }-এর কথা আগে থাকে, যেমন আছে তেমনই। আপনি যা আনেন তা থাকে তার নিচে, আপনার নামে। যাঁরা কথাগুলো পড়তে পারেন, তাঁরা এটাও পড়তে ও শুনতে পারেন।
rendition-back = কথাগুলোয় ফিরুন
rendition-language = কোন ভাষায়?
rendition-words_hint = শুধু পড়ে শোনালে এটা খালি রাখুন।
rendition-draft_ask = একটি খসড়া চাওয়া
rendition-draft_where = খসড়াটি তৈরি করে একটি যন্ত্র। এই বোতাম টিপলে কথাগুলো যায় স্কুলের নিজের চালানো একটি সার্ভারে, আর কোথাও নয়।
rendition-draft_here = এই খসড়াটি একটি যন্ত্র তৈরি করেছে। পড়ে দেখুন, যা ঠিক নেই তা বদলে দিন। আপনি না পাঠানো পর্যন্ত কিছুই রাখা হয় না।
rendition-draft_checked = যন্ত্রের খসড়া
rendition-draft_checked_hint = এটা না দিলে লেখা থাকে: যন্ত্রের খসড়া, এখনো কেউ মিলিয়ে দেখেননি।
rendition-draft_put_right = আমি দুটি ভাষাই পড়তে পারি, আর এটা ঠিক করে দিয়েছি
rendition-draft_failed = এখন কোনো খসড়া নেই। আপনি যা লিখেছেন তা এখানেই আছে। পরে আবার চেষ্টা করতে পারেন, বা নিজেই লিখতে পারেন।
rendition-draft_too_long = খসড়াটি এত লম্বা যে এখানে ধরে না। আপনি যা লিখেছেন তা এখানেই আছে।
rendition-draft_mark = যন্ত্রের খসড়া, এনেছেন { $name }। এখনো কেউ মিলিয়ে দেখেননি।
rendition-draft_check = আমি দুটি ভাষাই পড়তে পারি: যা বলা হয়েছে, এতে তা-ই আছে
rendition-read_aloud = পড়ে শোনান
rendition-read_aloud_note = ওপরে বেছে নেওয়া ভাষায়: কথাগুলো যেমন আছে তেমন, বা আপনার অনুবাদ।
rendition-add = কথাগুলোর পাশে রাখুন
rendition-way = অনুবাদ করুন বা পড়ে শোনান
rendition-also = আরও আছে: { $languages }
rendition-unchecked = এখনো মিলিয়ে দেখা হয়নি
rendition-read_by = পড়ে শুনিয়েছেন { $name }
rendition-of_earlier = এটা আগের কথা থেকে করা।
rendition-check = মিলিয়ে দেখেছি: যা বলা হয়েছে, এতে তা-ই আছে
rendition-take_back = এটা ফিরিয়ে নেওয়া
