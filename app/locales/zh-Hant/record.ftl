## record

record-title = 誰做了什麼
record-lead_student = 在這裡可以看到學校裡誰在什麼時候打開了你的頁面，誰更改了進入方式。你自己讀了什麼不在這裡。任何人說的話也不在這裡。
record-lead_own = 在這裡可以看到與您有關的內容：您的進入方式，以及誰更改了它們。
record-kept =
    { $count ->
       *[other] 這些紀錄保存 { $count } 年，之後刪除。
    }
record-none = 還沒有內容。
record-by = 操作人：{ $name }
record-by_nobody = 操作人：未知
record-later = 較新
record-earlier = 較早
record-opened_work = 打開了一件作品
record-opened_portfolio = 打開了作品集
record-opened_definition = 打開了「什麼是成功」
record-opened_conference = 打開了分享會
record-opened = 打開了一個頁面
record-link_made = 為家人建立了連結
record-link_ended = 結束了家人的一個連結
record-code_made = 建立了登入代碼
record-way_changed = 更改了一種登入方式
record-role_given = 給了另一個身分
record-tied = 連接了一位家人
record-untied = 取消了與一位家人的連接
record-left = 離開了學校
record-came_back = 回到了學校
record-put_right = 更正了學校保存的資訊
record-moved = 更改了小組
record-permit_given = 讓一位教職員看了一件作品
record-permit_ended = 結束了一件作品的開放
record-stand_in_named = 指定了代理導師
record-stand_in_ended = 代理結束了
record-subjects_set = 寫下了某人教的科目
record-imported = 匯入了人員
record-exported = 匯出了人員名單
record-words_hidden = 隱藏了一些話
record-signed_in = 登入
record-sign_in_refused = 有人嘗試登入，沒有成功
record-refused = 一個頁面沒有打開，因為不是給此人的
