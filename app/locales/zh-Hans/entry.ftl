## entry

entry-username = 用户名或电子邮箱
entry-password = 密码
entry-sign_in = 登录
entry-sign_in_title = 登录
entry-have_code = 我有纸上的登录码
entry-families = 家人不需要账号。请打开孩子给的链接，或者
entry-families_code = 输入信上的邀请码
entry-forgot = 忘记密码了？请学校里管理 Kinfolio 的人打印一个新的登录码。
entry-wait = 试了很多次都不对。请在 { $time }后再试，或者向学校要一个新的登录码。
entry-kept = 写的内容都在这里
entry-code_title = 用登录码进入
entry-code_lead = 小纸条上有用户名和登录码。两样都填好，再设一个自己记得住的密码。
entry-code = 登录码
entry-code_hint = 八个字母和数字。大小写和中间的短线都没关系。
entry-new_password = 新密码
entry-new_password_hint = 至少 10 个字符。三个只有自己才会放在一起的词就很好。
entry-password_again = 再输入一次同样的密码
entry-come_in = 进入
entry-wrong_code = 用户名和登录码对不上，或者登录码已经用过、已经过期。请向学校要一个新的。
entry-other_way = 我有密码
entry-code_family = 您的码来自给家人的信吗？
entry-code_family_do = 请在这里输入
entry-back_title = 欢迎回来。写的内容都还在。
entry-back_lead = 还没有发出去。看一遍，再发送。
entry-back_files = 如果有图片，请在原来的页面上重新添加。
entry-back_send = 现在发送
entry-back_not = 先不发送
entry-look_around = 换个身份看看
entry-look_around_lead = 这是一所演示学校。这里的人都不是真的，想进哪扇门都可以。
entry-demo_students = 学生
entry-demo_families = 家人
entry-demo_advisors = 导师
entry-demo_leads = 学校负责人
entry-demo_student = 学生，{ $advisory }
entry-demo_student_alone = 学生
entry-demo_kin = { $student }的“{ $kinship }”
entry-demo_advisor = 导师，{ $advisory }
entry-demo_advisor_alone = 导师
entry-demo_lead = 学校负责人
entry-busy = 现在登录的人很多。请过几秒再试。
entry-seconds = { $count } 秒
entry-minutes = { $count } 分钟
entry-instead_title = 打开这个链接吗？
entry-instead_lead = 这台设备上登录的是{ $name }。如果打开链接，会先让{ $name }在这里退出。
entry-instead_open = 打开链接
entry-instead_stay = 保持{ $name }的登录

## called

called-title = 希望大家怎么称呼您
called-lead = 这里的全名是{ $name }。问候和短句里可以用别的称呼。
called-label = 请叫我
called-hint = 名字、小名，或者两个名字一起。空着就用全名。

## set_up

set_up-title = 设置您的学校
set_up-lead = 两分钟，您的学校就建好了。接下来再添加人员和学习目标。
set_up-school = 您的学校
set_up-name = 学校名称
set_up-name_hint = 和寄给家里的信上写的一样。
set_up-languages = 页面要有哪些语言？
set_up-languages_hint = 每个人随时可以切换。写内容时，用什么语言都可以。
set_up-first_language = 哪一种排第一？
set_up-first_language_hint = 给还没有选语言的人。
set_up-time_zone = 时区
set_up-time_zone_hint = 这样 5:40 的分享会，在您的钟上也是 5:40。
set_up-you = 您，学校负责人
set_up-you_hint = 您来添加人员和学习目标。您看不到学生写的内容。
set_up-your_name = 您的姓名
set_up-username_hint = 一个单词，登录时用。
set_up-open = 开启学校
set_up-zone_eastern = 东部时间：纽约
set_up-zone_central = 中部时间：芝加哥
set_up-zone_mountain = 山地时间：丹佛
set_up-zone_arizona = 亚利桑那：菲尼克斯
set_up-zone_pacific = 太平洋时间：洛杉矶
set_up-zone_alaska = 阿拉斯加：安克雷奇
set_up-zone_hawaii = 夏威夷：檀香山
set_up-zone_puerto_rico = 波多黎各
