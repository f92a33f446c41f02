## arrange

arrange-grip = Перемістити: { $name }. Перетягніть або натискайте стрілки
arrange-now = { $name }: тепер місце { $n } з { $all }. Enter лишить тут, Escape поверне назад.
arrange-back = Усе на попередньому місці.
arrange-up = Вище
arrange-down = Нижче

## leaving

leaving-title = Хвилинку
leaving-lead = Перед виходом надсилається те, що написано на цьому пристрої.
leaving-sending = Надсилаємо написане…
leaving-waits = Надіслано ще не все, що ви тут написали. Воно лишається на цьому пристрої, і ніхто інший його не прочитає. Увійдіть тут знову, і воно вас дочекається.
leaving-go = Вийти
leaving-stay = Залишитися
leaving-away_title = На цьому пристрої ви вийшли
leaving-away = Зараз немає мережі. Ваших сторінок тут уже ніхто не бачить. Те, що не вдалося надіслати, дочекається вас: увійдіть знову на цьому пристрої.

## form

form-reads_now = Зараз тут написано

## foreign

foreign-heic = Це фото iPhone у форматі HEIC, і відкрити його не вдалося. У «Фото» торкніться «Поширити», потім «Опції», потім «Найсумісніший» і надішліть його як JPEG. Для нових фото: Параметри → Камера → Формати → Найсумісніші.
foreign-locked = Цей PDF закрито паролем. Відкрийте його з паролем, надрукуйте в новий PDF або збережіть без пароля й додайте новий файл.
foreign-word = Це файл Word. Зробіть із нього PDF і додайте: у Google Документах Файл → Завантажити → PDF, у Word Файл → Зберегти як → PDF.
foreign-slides = Це слайди PowerPoint. Зробіть із них PDF і додайте: у Google Презентаціях Файл → Завантажити → PDF, у PowerPoint Файл → Експорт → PDF.
foreign-sheet = Це таблиця Excel. Зробіть із неї PDF і додайте: у Google Таблицях Файл → Завантажити → PDF, в Excel Файл → Експорт → PDF.
foreign-pages = Це файл Pages, Keynote чи Numbers від Apple. Зробіть із нього PDF і додайте: Файл → Експортувати до → PDF.
foreign-open_document = Це файл OpenDocument. Зробіть із нього PDF і додайте: Файл → Експортувати як → PDF.
foreign-google = У цьому файлі лише адреса документа Google. Відкрийте документ, виберіть Файл → Завантажити → PDF і додайте цей PDF.
foreign-link_file = У цьому файлі лише посилання. Його місце в полі «Посилання»: { $link }
foreign-archive = Тут спаковано кілька файлів. Розпакуйте їх і додайте окремо.

## problem

problem-stale = Тим часом тут щось змінили, можливо, в іншому вікні. Вище видно, як воно зараз. Збережіть ще раз, щоб лишилися ваші слова.
problem-not_a_work_file = Цей файл відкрити не вдалося. Тут працюють зображення, PDF, звук, відео та звичайний текст.
problem-not_drawn = Сторінки цього документа показати не вдалося. Збережіть його ще раз як PDF або додайте фото сторінок.
problem-no_room_left = Для нього бракує місця. Усі файли разом можуть мати { $all } МБ, лишилося { $left } МБ. Приберіть непотрібний файл або попросіть у школи більше місця.
problem-missing = Напишіть тут щось, будь ласка.
problem-too_long = Це довше, ніж уміщається. Найбільше знаків: { $max }.
problem-too_short = Найменше знаків: { $min }.
problem-too_many_lines = Забагато рядків. Уміщається: { $max }.
problem-spaces = Без пробілів, будь ласка.
problem-choose = Виберіть, будь ласка, один із варіантів.
problem-not_a_time = Не вдалося зрозуміти дату й час.
problem-not_a_number = Напишіть, будь ласка, ціле число від { $min } до { $max }.
problem-taken = Це вже зайнято. Виберіть, будь ласка, інше.
problem-file_too_big = Цей файл завеликий. Файл може мати до { $max } МБ.
problem-too_many_files = Забагато файлів за раз. Можна надіслати: { $max }.
problem-not_a_picture = Відкрити це як зображення не вдалося. Підходять JPEG, PNG, WebP і GIF.
problem-not_a_sound = Відкрити це як запис не вдалося. Підходять M4A, MP3, WAV, FLAC, Ogg і WebM. Майже кожен диктофон може поширити або зберегти запис як M4A чи MP3.
problem-not_a_film = Таке відео (наприклад, AVI чи WMV) на сторінках не відтворюється. Збережіть його як MP4 у програмі для відео й додайте новий файл.
problem-empty_file = У цьому файлі порожньо. Спершу відкрийте його на своєму пристрої. Якщо там усе видно, додайте ще раз.
problem-too_many_pixels = У цьому зображенні більше точок, ніж ми можемо відкрити. Зменште його, будь ласка.
problem-wrong_key = Ім’я та пароль не пасують одне до одного. Спробуйте ще раз.
problem-different = Написане у двох полях різниться.
problem-places =
    { $count ->
        [one] Гляньте, будь ласка, ще раз, { $count } місце:
        [few] Гляньте, будь ласка, ще раз, { $count } місця:
        [many] Гляньте, будь ласка, ще раз, { $count } місць:
       *[other] Гляньте, будь ласка, ще раз, { $count } місця:
    }
problem-guessable = Цей пароль легко вгадати: його мають багато людей, або це ряд клавіш, або майже саме ім’я, школа чи рік. Добре підходять три слова, які разом поставили б лише ви.

## voice

voice-sound = Запис голосу
voice-sound_hint = Запишіть на цьому пристрої або виберіть запис. До { $max } МБ.
voice-talk = Говорити
voice-stop = Стоп
voice-again = Записати наново
voice-talk_hint = Натисніть і говоріть, натисніть знову, щоб зупинити. Або тримайте кнопку, поки говорите.
voice-asking = Пристрій може запитати, чи дозволити цій сторінці мікрофон.
voice-listening = Вас слухають.
voice-ready = Запис готовий. Його можна послухати. Він піде разом із цією сторінкою.
voice-longest = Довшим запис бути не може. Він готовий, його можна послухати.
voice-no_microphone = Мікрофона тут не чути. Можна вибрати готовий запис або написати.
voice-drop = Прибрати
voice-choose = Вибрати готовий запис
voice-kept = Запис тут.
voice-leave_sound = Прибрати цей запис
voice-transcript = Сказане, словами
voice-transcript_hint = Для тих, хто не може послухати. Можна й потім.
voice-photo_take = Сфотографувати чи вибрати зображення
voice-photo_hint = Почерк, малюнок, рецепт. JPEG, PNG, WebP чи GIF, до { $max } МБ. Де зроблено фото, ніколи не зберігається.
voice-photo_words = Що на ньому видно чи написано
voice-photo_words_hint = Для тих, хто його не бачить.
voice-photo_kept = Зображення тут.
voice-leave_photo = Прибрати це зображення
voice-or_type = Або написати
voice-or_paper = Або показати на папері
voice-or_talk = Або сказати вголос
voice-heard = Запис: { $name }
voice-on_paper = На папері: { $name }
voice-only_heard = Запис, ще без тексту
voice-only_seen = Зображення, ще без опису
voice-trouble = На нашому боці не вдалося це зберегти. Надішліть, будь ласка, ще раз.
voice-earlier = Попередні слова
voice-earlier_none = Це перші слова. До них нічого не було.
voice-now = Як зараз
voice-since = Відтоді: { $day }
voice-translate = Додати переклад
voice-translate_lead = Першими стоять самі слова, такі, як є. Їх каже { $name }. Переклад стоїть під ними, з вашим ім’ям.
voice-translation = Ваш переклад
voice-into = Якою мовою?
voice-same_language = Ці слова вже цією мовою. Виберіть, будь ласка, іншу.
voice-translation_add = Додати цей переклад
voice-translated_by = Переклад: { $name }
voice-of_earlier = з попередніх слів
voice-checked = Родина підтверджує переклад: { $name }
voice-check = Цей переклад правильний
voice-checked_by_author = Переклад підтверджує { $name }

## language

language-en = англійська
language-es = іспанська
language-ar = арабська
language-zh_hans = китайська (спрощене письмо)
language-zh_hant = китайська (традиційне письмо)
language-bn = бенгальська
language-ht = гаїтянська креольська
language-ru = російська
language-ur = урду
language-fr = французька
language-ko = корейська
language-uk = українська
language-uz = узбецька
language-sq = албанська
language-pt = португальська
language-wo = волоф
language-ff = фула
language-tw = тві
language-yo = йоруба
language-am = амхарська
language-so = сомалі
language-sw = суахілі
language-hi = гінді
language-pa = панджабі
language-ne = непальська
language-vi = вʼєтнамська
language-tl = тагальська
language-pl = польська
language-yi = їдиш
language-he = іврит
language-fa = перська
language-ps = пушту
language-nv = навахо
language-qu = кечуа
language-mix = міштекська
language-ase = американська жестова мова
form-writing_as = Ви пишете під ім’ям: { $name }.
voice-earlier_yours = Так ви казали раніше. Прочитати це можете лише ви.
voice-earlier_kept = Те, як воно звучало раніше, лишається тільки у вас.
voice-earlier_away = Викинути ці попередні слова
voice-reworded = відтоді сказано інакше
problem-not_an_address = Це не схоже на адресу пошти. Вона виглядає так: rosa@example.org.
