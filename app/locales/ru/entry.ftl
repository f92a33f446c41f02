## entry

entry-username = Имя для входа или почта
entry-password = Пароль
entry-sign_in = Войти
entry-sign_in_title = Вход
entry-have_code = У меня есть код на бумаге
entry-families = Семьям учётная запись не нужна. Откройте ссылку, которую вам дали, или
entry-families_code = введите код из письма
entry-forgot = Забыли пароль? В школе вам распечатают новый код: спросите того, кто ведёт там Kinfolio.
entry-wait = Было много попыток, и ни одна не подошла. Попробуйте ещё раз через { $time } или попросите в школе новый код.
entry-kept = То, что вы написали, здесь
entry-code_title = Войти по коду
entry-code_lead = На вашем листочке есть имя для входа и код. Введите их и придумайте пароль, который легко запомнить вам.
entry-card_lead = Ваше имя и код уже введены. Выберите пароль, который вы запомните.
entry-code = Код
entry-code_hint = Восемь букв и цифр. Большие буквы и чёрточка не важны.
entry-new_password = Новый пароль
entry-new_password_hint = Не меньше 10 знаков. Хорошо подходят три слова, которые вместе поставили бы только вы.
entry-password_again = Тот же пароль ещё раз
entry-come_in = Войти
entry-wrong_code = Это имя и код не подходят друг к другу, либо код уже использован или устарел. Попросите в школе новый.
entry-common_password = Этот пароль есть у многих, поэтому здесь он ничего не открывает. Попросите в школе код и выберите с ним другой пароль.
entry-other_way = У меня есть пароль
entry-code_family = Ваш код из письма для семьи?
entry-code_family_do = Введите его здесь
entry-back_title = С возвращением. То, что вы написали, всё ещё здесь.
entry-back_lead = Ничего ещё не отправлено. Перечитайте и отправьте.
entry-back_files = Если были картинки, добавьте их, пожалуйста, ещё раз на самой странице.
entry-back_send = Отправить сейчас
entry-back_not = Не отправлять
entry-look_around = Осмотреться чужими глазами
entry-look_around_lead = Это школа для показа. Настоящих людей здесь нет: открывайте любую дверь.
entry-demo_students = Ученики
entry-demo_families = Семьи
entry-demo_advisors = Кураторы
entry-demo_leads = Руководство школы
entry-demo_student = учится здесь, { $advisory }
entry-demo_student_alone = учится здесь
entry-demo_kin = «{ $kinship }»: { $student }
entry-demo_advisor = куратор, { $advisory }
entry-demo_advisor_alone = куратор
entry-demo_lead = руководство школы
entry-busy = Сейчас входит много людей. Попробуйте ещё раз через несколько секунд.
entry-seconds =
    { $count ->
        [one] { $count } секунду
        [few] { $count } секунды
        [many] { $count } секунд
       *[other] { $count } секунды
    }
entry-minutes =
    { $count ->
        [one] { $count } минуту
        [few] { $count } минуты
        [many] { $count } минут
       *[other] { $count } минуты
    }
entry-instead_title = Открыть эту ссылку?
entry-instead_lead = На этом устройстве открыт вход: { $name }. Если открыть ссылку, этот вход сначала закроется.
entry-instead_open = Открыть ссылку
entry-instead_stay = Остаться: { $name }

## called

called-title = Как вас называть
called-lead = Ваше полное имя здесь: { $name }. В приветствиях и коротких фразах можно использовать другое.
called-label = Называйте меня
called-hint = Имя, прозвище или оба имени вместе. Оставьте пустым, если нужно полное имя.

## set_up

set_up-title = Открыть вашу школу
set_up-lead = Две минуты, и ваша школа здесь. Потом придёт черёд людей и целей обучения.
set_up-school = Ваша школа
set_up-name = Название школы
set_up-name_hint = Так, как оно стоит в письмах домой.
set_up-languages = На каких языках нужны страницы?
set_up-languages_hint = Переключаться между ними можно в любой момент. Писать можно на любом языке.
set_up-first_language = Какой из них первый?
set_up-first_language_hint = Для тех, кто ещё не выбрал язык.
set_up-time_zone = Часовой пояс
set_up-time_zone_hint = Чтобы встреча в 17:40 начиналась в 17:40 по вашим часам.
set_up-you = Вы, руководство школы
set_up-you_hint = Вы добавляете людей и цели обучения. Того, что пишут ученики, вы не видите.
set_up-your_name = Ваше имя
set_up-username_hint = Одно слово. С ним вы будете входить.
set_up-open = Открыть школу
set_up-zone_eastern = Восточное время: Нью-Йорк
set_up-zone_central = Центральное время: Чикаго
set_up-zone_mountain = Горное время: Денвер
set_up-zone_arizona = Аризона: Финикс
set_up-zone_pacific = Тихоокеанское время: Лос-Анджелес
set_up-zone_alaska = Аляска: Анкоридж
set_up-zone_hawaii = Гавайи: Гонолулу
set_up-zone_puerto_rico = Пуэрто-Рико
another-title = Это начато под именем: { $name }
another-lead = Сейчас здесь открыт вход: { $name }. Ничего не отправлено, и каждое слово на месте.
another-as_them = Отправить под именем: { $name }
another-as_them_do = Это может сделать только { $name }. После входа здесь хватит одной кнопки, чтобы отправить.
another-is_here = { $name } снова здесь: отправить
another-as_me = Или отправить под именем: { $name }
another-as_me_do = Только если это ваши собственные слова. Они будут стоять под вашим именем.
another-send_as_me = Это мои слова. Отправить под именем: { $name }
