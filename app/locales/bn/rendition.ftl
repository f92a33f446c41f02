## rendition

rendition-title = অনুবাদ করুন বা পড়ে শোনান
rendition-lead = { $name }-এর কথা আগে থাকে, যেমন আছে তেমনই। আপনি যা আনেন তা থাকে তার নিচে, আপনার নামে। যাঁরা কথাগুলো পড়তে পারেন, তাঁরা এটাও পড়তে ও শুনতে পারেন।
rendition-back = কথাগুলোয় ফিরুন
rendition-language = কোন ভাষায়?
rendition-words_hint = শুধু পড়ে শোনালে এটা খালি রাখুন।
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
