## record

record-title = 谁做了什么
record-lead_student = 在这里可以看到学校里谁在什么时候打开了你的页面，谁更改了进入方式。你自己读了什么不在这里。任何人说的话也不在这里。
record-lead_own = 在这里可以看到与您有关的内容：您的进入方式，以及谁更改了它们。
record-kept =
    { $count ->
       *[other] 这些记录保存 { $count } 年，之后删除。
    }
record-none = 还没有内容。
record-by = 操作人：{ $name }
record-by_nobody = 操作人：未知
record-later = 较新
record-earlier = 较早
record-opened_work = 打开了一件作品
record-opened_portfolio = 打开了作品集
record-opened_definition = 打开了“什么是成功”
record-opened_conference = 打开了分享会
record-opened = 打开了一个页面
record-link_made = 为家人建立了链接
record-link_ended = 结束了家人的一个链接
record-code_made = 建立了登录代码
record-way_changed = 更改了一种登录方式
record-role_given = 给了另一个身份
record-tied = 连接了一位家人
record-untied = 取消了与一位家人的连接
record-left = 离开了学校
record-came_back = 回到了学校
record-put_right = 更正了学校保存的信息
record-moved = 更改了小组
record-permit_given = 让一位教职员看了一件作品
record-permit_ended = 结束了一件作品的开放
record-stand_in_named = 指定了代理导师
record-stand_in_ended = 代理结束了
record-subjects_set = 写下了某人教的科目
record-imported = 导入了人员
record-exported = 导出了人员名单
record-words_hidden = 隐藏了一些话
record-signed_in = 登录
record-sign_in_refused = 有人尝试登录，没有成功
record-refused = 一个页面没有打开，因为不是给此人的
