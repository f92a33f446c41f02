## record

record-title = Хто що зробив
record-lead_student = Тут видно, коли хтось зі школи відкривав твої сторінки і хто змінював вхід. Того, що читаєш ти, тут немає. Нічиїх слів тут немає.
record-lead_own = Тут видно те, що стосується вас: ваші входи і хто їх змінював.
record-kept =
    { $count ->
        [one] Це зберігається { $count } рік. Потім видаляється.
        [few] Це зберігається { $count } роки. Потім видаляється.
       *[other] Це зберігається { $count } років. Потім видаляється.
    }
record-none = Поки нічого.
record-by = зробив(ла) { $name }
record-by_nobody = зробив хтось невідомий
record-later = Пізніше
record-earlier = Раніше
record-opened_work = Відкрито роботу
record-opened_portfolio = Відкрито портфоліо
record-opened_definition = Відкрито «Що таке успіх»
record-opened_conference = Відкрито зустріч
record-opened = Відкрито сторінку
record-link_made = Створено посилання для родини
record-link_ended = Посилання для родини завершено
record-code_made = Створено код для входу
record-way_changed = Змінено спосіб входу
record-role_given = Надано іншу роль
record-tied = Додано зв’язок із кимось із родини
record-untied = Зв’язок із кимось із родини завершено
record-left = Вихід зі школи
record-came_back = Повернення до школи
record-put_right = Виправлено те, що зберігає школа
record-moved = Змінено групу
record-permit_given = Комусь із працівників відкрито роботу
record-permit_ended = Доступ до роботи закінчено
record-stand_in_named = Призначено заміну
record-stand_in_ended = Заміну закінчено
record-subjects_set = Вказано предмети викладання
record-imported = Людей додано з таблиці
record-exported = Список людей вивантажено
record-words_hidden = Слова приховано
record-signed_in = Вхід
record-sign_in_refused = Хтось намагався увійти, не вийшло
record-refused = Сторінка не відкрилася: вона не для цієї людини
