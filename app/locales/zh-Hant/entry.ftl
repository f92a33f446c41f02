## entry

entry-username = 使用者名稱或電子郵件
entry-password = 密碼
entry-sign_in = 登入
entry-sign_in_title = 登入
entry-have_code = 我有紙上的登入碼
entry-families = 家人不需要帳號。請打開孩子給的連結，或是
entry-families_code = 輸入信上的邀請碼
entry-forgot = 忘記密碼了？請學校裡管理 Kinfolio 的人印一組新的登入碼。
entry-wait = 試了很多次都不對。請在 { $time }後再試，或是向學校要一組新的登入碼。
entry-kept = 寫的內容都在這裡
entry-code_title = 用登入碼進來
entry-code_lead = 小紙條上有使用者名稱和登入碼。兩樣都填好，再設一組自己記得住的密碼。
entry-code = 登入碼
entry-code_hint = 八個字母和數字。大小寫和中間的短線都沒關係。
entry-new_password = 新密碼
entry-new_password_hint = 至少 10 個字元。三個只有自己才會放在一起的詞就很好。
entry-password_again = 再輸入一次同樣的密碼
entry-come_in = 進入
entry-wrong_code = 使用者名稱和登入碼不相符，或是登入碼已經用過、已經過期。請向學校要一組新的。
entry-other_way = 我有密碼
entry-code_family = 您的碼是從給家人的信上來的嗎？
entry-code_family_do = 請改在這裡輸入
entry-back_title = 歡迎回來。寫的內容都還在。
entry-back_lead = 還沒有送出。看過一遍，再送出。
entry-back_files = 如果有圖片，請在原本的頁面上重新加入。
entry-back_send = 現在送出
entry-back_not = 先不送
entry-look_around = 換個身分看看
entry-look_around_lead = 這是一所示範學校。這裡的人都不是真的，想進哪扇門都可以。
entry-demo_students = 學生
entry-demo_families = 家人
entry-demo_advisors = 導師
entry-demo_leads = 學校負責人
entry-demo_student = 學生，{ $advisory }
entry-demo_student_alone = 學生
entry-demo_kin = { $student }的「{ $kinship }」
entry-demo_advisor = 導師，{ $advisory }
entry-demo_advisor_alone = 導師
entry-demo_lead = 學校負責人
entry-busy = 現在登入的人很多。請過幾秒再試。
entry-seconds = { $count } 秒
entry-minutes = { $count } 分鐘
entry-instead_title = 要打開這個連結嗎？
entry-instead_lead = 這台裝置上登入的是{ $name }。如果打開連結，會先讓{ $name }在這裡登出。
entry-instead_open = 打開連結
entry-instead_stay = 保持{ $name }的登入

## called

called-title = 希望大家怎麼稱呼您
called-lead = 這裡的全名是{ $name }。問候和短句可以用別的稱呼。
called-label = 請叫我
called-hint = 名字、小名，或是兩個名字一起。空著就用全名。

## set_up

set_up-title = 設定您的學校
set_up-lead = 兩分鐘，您的學校就準備好了。接下來再加入人員和學習目標。
set_up-school = 您的學校
set_up-name = 學校名稱
set_up-name_hint = 和寄回家的信上寫的一樣。
set_up-languages = 頁面要有哪些語言？
set_up-languages_hint = 每個人隨時可以切換。寫內容時，用什麼語言都可以。
set_up-first_language = 哪一種排第一？
set_up-first_language_hint = 給還沒有選語言的人。
set_up-time_zone = 時區
set_up-time_zone_hint = 這樣 5:40 的分享會，在您的時鐘上也是 5:40。
set_up-you = 您，學校負責人
set_up-you_hint = 您來加入人員和學習目標。您看不到學生寫的內容。
set_up-your_name = 您的姓名
set_up-username_hint = 一個單字，登入時使用。
set_up-open = 開啟學校
set_up-zone_eastern = 東部時間：紐約
set_up-zone_central = 中部時間：芝加哥
set_up-zone_mountain = 山區時間：丹佛
set_up-zone_arizona = 亞利桑那：鳳凰城
set_up-zone_pacific = 太平洋時間：洛杉磯
set_up-zone_alaska = 阿拉斯加：安克拉治
set_up-zone_hawaii = 夏威夷：檀香山
set_up-zone_puerto_rico = 波多黎各
