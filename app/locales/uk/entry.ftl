## entry

entry-username = Ім’я для входу або пошта
entry-password = Пароль
entry-sign_in = Увійти
entry-sign_in_title = Вхід
entry-have_code = Маю код на папері
entry-families = Родинам обліковий запис не потрібен. Відкрийте посилання, яке вам дали, або
entry-families_code = введіть код із листа
entry-forgot = Забули пароль? У школі вам надрукують новий код: запитайте того, хто там веде Kinfolio.
entry-wait = Було багато спроб, і жодна не підійшла. Спробуйте знову через { $time } або попросіть у школі новий код.
entry-kept = Написане вами — тут
entry-code_title = Увійти з кодом
entry-code_lead = На вашому папірці є ім’я для входу й код. Введіть їх і придумайте пароль, який легко запам’ятати саме вам.
entry-card_lead = Ваше ім’я та код уже введено. Оберіть пароль, який ви запам’ятаєте.
entry-code = Код
entry-code_hint = Вісім літер і цифр. Великі літери та рисочка не важать.
entry-new_password = Новий пароль
entry-new_password_hint = Щонайменше 10 знаків. Добре підходять три слова, які разом поставили б лише ви.
entry-password_again = Той самий пароль ще раз
entry-come_in = Увійти
entry-wrong_code = Це ім’я й код не пасують одне до одного, або код уже використано чи він застарів. Попросіть у школі новий.
entry-common_password = Цей пароль мають багато людей, тому тут він нічого не відкриває. Попросіть у школі код і оберіть із ним інший пароль.
entry-other_way = Маю пароль
entry-code_family = Ваш код із листа для родини?
entry-code_family_do = Введіть його тут
entry-back_title = Добре, що ви знову тут. Написане вами нікуди не зникло.
entry-back_lead = Ще нічого не надіслано. Перегляньте й надішліть.
entry-back_files = Якщо були зображення, додайте їх, будь ласка, ще раз на самій сторінці.
entry-back_send = Надіслати зараз
entry-back_not = Не надсилати
entry-look_around = Роззирнутися чужими очима
entry-look_around_lead = Це школа для показу. Справжніх людей тут немає: відчиняйте будь-які двері.
entry-demo_students = Учні
entry-demo_families = Родини
entry-demo_advisors = Куратори
entry-demo_leads = Керівництво школи
entry-demo_student = навчається тут, { $advisory }
entry-demo_student_alone = навчається тут
entry-demo_kin = «{ $kinship }»: { $student }
entry-demo_advisor = куратор, { $advisory }
entry-demo_advisor_alone = куратор
entry-demo_lead = керівництво школи
entry-busy = Саме зараз входить багато людей. Спробуйте ще раз за кілька секунд.
entry-seconds =
    { $count ->
        [one] { $count } секунду
        [few] { $count } секунди
        [many] { $count } секунд
       *[other] { $count } секунди
    }
entry-minutes =
    { $count ->
        [one] { $count } хвилину
        [few] { $count } хвилини
        [many] { $count } хвилин
       *[other] { $count } хвилини
    }
entry-instead_title = Відкрити це посилання?
entry-instead_lead = На цьому пристрої відкрито вхід: { $name }. Якщо відкрити посилання, цей вхід спершу закриється.
entry-instead_open = Відкрити посилання
entry-instead_stay = Залишитися: { $name }

## called

called-title = Як вас називати
called-lead = Ваше повне ім’я тут: { $name }. У привітаннях і коротких фразах може бути інше.
called-label = Називайте мене
called-hint = Ім’я, прізвисько чи обидва імені разом. Залиште порожнім, якщо хочете повне ім’я.

## set_up

set_up-title = Відкрийте свою школу
set_up-lead = Дві хвилини — і ваша школа тут. Далі прийдуть люди й навчальні цілі.
set_up-school = Ваша школа
set_up-name = Назва школи
set_up-name_hint = Така, як у листах додому.
set_up-languages = Якими мовами мають бути сторінки?
set_up-languages_hint = Перемикати їх можна будь-коли. Писати можна будь-якою мовою.
set_up-first_language = Котра з них перша?
set_up-first_language_hint = Для тих, хто ще не вибрав.
set_up-time_zone = Часовий пояс
set_up-time_zone_hint = Щоб зустріч о 17:40 починалася о 17:40 за вашим годинником.
set_up-you = Ви, керівництво школи
set_up-you_hint = Ви додаєте людей і навчальні цілі. Того, що пишуть учні, ви не бачите.
set_up-your_name = Ваше ім’я
set_up-username_hint = Одне слово. З ним ви входитимете.
set_up-open = Відкрити школу
set_up-zone_eastern = Східний час: Нью-Йорк
set_up-zone_central = Центральний час: Чикаго
set_up-zone_mountain = Гірський час: Денвер
set_up-zone_arizona = Аризона: Фінікс
set_up-zone_pacific = Тихоокеанський час: Лос-Анджелес
set_up-zone_alaska = Аляска: Анкоридж
set_up-zone_hawaii = Гаваї: Гонолулу
set_up-zone_puerto_rico = Пуерто-Рико
another-title = Це розпочато під ім’ям: { $name }
another-lead = Зараз тут відкрито вхід: { $name }. Нічого не надіслано, і кожне слово на місці.
another-as_them = Надіслати під ім’ям: { $name }
another-as_them_do = Це може зробити лише { $name }. Після входу тут вистачить однієї кнопки, щоб надіслати.
another-is_here = { $name } знову тут: надіслати
another-as_me = Або надіслати під ім’ям: { $name }
another-as_me_do = Лише якщо це ваші власні слова. Вони стоятимуть під вашим ім’ям.
another-send_as_me = Це мої слова. Надіслати під ім’ям: { $name }
