## record

record-title = Кто что сделал
record-lead_student = Здесь видно, когда кто-то из школы открывал твои страницы и кто менял вход. Того, что читаешь ты, здесь нет. Ничьих слов здесь нет.
record-lead_own = Здесь видно то, что касается вас: ваши входы и кто их менял.
record-kept =
    { $count ->
        [one] Это хранится { $count } год. Потом удаляется.
        [few] Это хранится { $count } года. Потом удаляется.
       *[other] Это хранится { $count } лет. Потом удаляется.
    }
record-none = Пока ничего.
record-by = сделал(а) { $name }
record-by_nobody = сделал кто-то неизвестный
record-later = Позже
record-earlier = Раньше
record-opened_work = Открыта работа
record-opened_portfolio = Открыто портфолио
record-opened_definition = Открыто «Что такое успех»
record-opened_conference = Открыта встреча
record-opened = Открыта страница
record-link_made = Создана ссылка для семьи
record-link_ended = Ссылка для семьи завершена
record-code_made = Создан код для входа
record-way_changed = Изменён способ входа
record-role_given = Дана другая роль
record-tied = Добавлена связь с кем-то из семьи
record-untied = Связь с кем-то из семьи завершена
record-left = Уход из школы
record-came_back = Возвращение в школу
record-put_right = Исправлено то, что хранит школа
record-moved = Изменена группа
record-permit_given = Кому-то из сотрудников открыли работу
record-permit_ended = Доступ к работе закончен
record-stand_in_named = Назначена замена
record-stand_in_ended = Замена закончена
record-subjects_set = Указаны предметы преподавания
record-imported = Люди добавлены из таблицы
record-exported = Список людей выгружен
record-words_hidden = Слова скрыты
record-signed_in = Вход
record-sign_in_refused = Кто-то пытался войти, не получилось
record-refused = Страница не открылась: она не для этого человека
