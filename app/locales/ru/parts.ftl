## arrange

arrange-grip = Переместить: { $name }. Перетащите или нажимайте стрелки
arrange-now = { $name }: теперь место { $n } из { $all }. Enter оставит здесь, Escape вернёт обратно.
arrange-back = Всё на прежнем месте.
arrange-up = Выше
arrange-down = Ниже

## leaving

leaving-title = Одну минуту
leaving-lead = Перед выходом отправляется то, что написано на этом устройстве.
leaving-sending = Отправляем написанное…
leaving-waits = Отправлено ещё не всё, что вы здесь написали. Оно остаётся на этом устройстве, и никто другой его не прочитает. Войдите здесь снова, и оно вас дождётся.
leaving-go = Выйти
leaving-stay = Остаться
leaving-away_title = Вы вышли на этом устройстве
leaving-away = Сейчас нет сети. Ваших страниц здесь больше никто не видит. То, что не удалось отправить, дождётся вас: войдите снова на этом устройстве.

## form

form-reads_now = Сейчас здесь написано

## foreign

foreign-heic = Это снимок iPhone в формате HEIC, и открыть его не удалось. В «Фото» нажмите «Поделиться», затем «Параметры», затем «Наиболее совместимый» и отправьте его как JPEG. Для новых снимков: Настройки → Камера → Форматы → Наиболее совместимые.
foreign-locked = Этот PDF закрыт паролем. Откройте его с паролем, распечатайте в новый PDF или сохраните без пароля и добавьте новый файл.
foreign-word = Это файл Word. Сделайте из него PDF и добавьте его: в Google Документах Файл → Скачать → PDF, в Word Файл → Сохранить как → PDF.
foreign-slides = Это слайды PowerPoint. Сделайте из них PDF и добавьте его: в Google Презентациях Файл → Скачать → PDF, в PowerPoint Файл → Экспорт → PDF.
foreign-sheet = Это таблица Excel. Сделайте из неё PDF и добавьте его: в Google Таблицах Файл → Скачать → PDF, в Excel Файл → Экспорт → PDF.
foreign-pages = Это файл Pages, Keynote или Numbers от Apple. Сделайте из него PDF и добавьте его: Файл → Экспортировать в → PDF.
foreign-open_document = Это файл OpenDocument. Сделайте из него PDF и добавьте его: Файл → Экспорт как → PDF.
foreign-google = В этом файле только адрес документа Google. Откройте документ, выберите Файл → Скачать → PDF и добавьте этот PDF.
foreign-link_file = В этом файле только ссылка. Её место в поле «Ссылки»: { $link }
foreign-archive = Здесь упаковано несколько файлов. Распакуйте их и добавьте по отдельности.

## problem

problem-stale = Тем временем здесь что-то изменили, возможно, в другом окне. Выше видно, как написано сейчас. Сохраните ещё раз, чтобы остались ваши слова.
problem-not_a_work_file = Этот файл открыть не удалось. Подходят картинки, PDF, звук, видео и простой текст.
problem-not_drawn = Страницы этого документа показать не удалось. Сохраните его ещё раз как PDF или добавьте снимки страниц.
problem-no_room_left = Для него не хватает места. Все файлы вместе могут занимать { $all } МБ, осталось { $left } МБ. Уберите ненужный файл или попросите у школы больше места.
problem-missing = Напишите здесь что-нибудь, пожалуйста.
problem-too_long = Это длиннее, чем помещается. Предел в знаках: { $max }.
problem-too_short = Нужно знаков, не меньше: { $min }.
problem-too_many_lines = Слишком много строк. Помещается: { $max }.
problem-spaces = Без пробелов, пожалуйста.
problem-choose = Выберите, пожалуйста, один из вариантов.
problem-not_a_time = Не получилось понять дату и время.
problem-not_a_number = Напишите, пожалуйста, целое число от { $min } до { $max }.
problem-taken = Это уже занято. Выберите, пожалуйста, другое.
problem-file_too_big = Этот файл слишком большой. Файл может занимать до { $max } МБ.
problem-too_many_files = Слишком много файлов сразу. За один раз можно отправить: { $max }.
problem-not_a_picture = Открыть это как картинку не удалось. Подходят JPEG, PNG, WebP и GIF.
problem-not_a_sound = Открыть это как запись не удалось. Подходят M4A, MP3, WAV, FLAC, Ogg и WebM. Почти любой диктофон может поделиться записью или сохранить её как M4A или MP3.
problem-not_a_film = Такое видео (например, AVI или WMV) на страницах не проигрывается. Сохраните его как MP4 в программе для видео и добавьте новый файл.
problem-empty_file = В этом файле пусто. Откройте его сначала на своём устройстве. Если там всё видно, добавьте его ещё раз.
problem-too_many_pixels = В этой картинке больше точек, чем мы можем открыть. Уменьшите её, пожалуйста.
problem-wrong_key = Имя и пароль не подходят друг к другу. Попробуйте ещё раз.
problem-different = Написанное в двух полях не совпадает.
problem-places =
    { $count ->
        [one] Посмотрите, пожалуйста, ещё раз, { $count } место:
        [few] Посмотрите, пожалуйста, ещё раз, { $count } места:
        [many] Посмотрите, пожалуйста, ещё раз, { $count } мест:
       *[other] Посмотрите, пожалуйста, ещё раз, { $count } места:
    }
problem-guessable = Этот пароль легко угадать: он есть у многих, или это ряд клавиш, или почти одно имя, школа или год. Хорошо подходят три слова, которые вместе поставили бы только вы.

## voice

voice-sound = Запись голоса
voice-sound_hint = Запишите на этом устройстве или выберите запись. До { $max } МБ.
voice-talk = Говорить
voice-stop = Стоп
voice-again = Записать заново
voice-talk_hint = Нажмите и говорите, нажмите ещё раз, чтобы остановить. Или держите кнопку, пока говорите.
voice-asking = Устройство может спросить, разрешить ли этой странице микрофон.
voice-listening = Вас слушают.
voice-ready = Запись готова. Её можно послушать. Она уйдёт вместе с этой страницей.
voice-longest = Дольше запись быть не может. Она готова, её можно послушать.
voice-no_microphone = Микрофона здесь не слышно. Можно выбрать готовую запись или написать.
voice-drop = Убрать
voice-choose = Выбрать готовую запись
voice-kept = Запись здесь.
voice-leave_sound = Убрать эту запись
voice-transcript = Что сказано, словами
voice-transcript_hint = Для тех, кто не может послушать. Можно и потом.
voice-photo_take = Снять или выбрать картинку
voice-photo_hint = Почерк, рисунок, рецепт. JPEG, PNG, WebP или GIF, до { $max } МБ. Где сделан снимок, никогда не сохраняется.
voice-photo_words = Что на ней видно или написано
voice-photo_words_hint = Для тех, кто её не видит.
voice-photo_kept = Картинка здесь.
voice-leave_photo = Убрать эту картинку
voice-or_type = Или написать
voice-or_paper = Или показать на бумаге
voice-or_talk = Или сказать вслух
voice-heard = Запись: { $name }
voice-on_paper = На бумаге: { $name }
voice-only_heard = Запись, пока без текста
voice-only_seen = Картинка, пока без описания
voice-trouble = С нашей стороны не получилось это сохранить. Отправьте, пожалуйста, ещё раз.
voice-earlier = Прежние слова
voice-earlier_none = Это первые слова. До них ничего не было.
voice-now = Как сейчас
voice-since = С этого дня: { $day }
voice-translate = Добавить перевод
voice-translate_lead = Первыми стоят сами слова, как они есть. Их автор: { $name }. Перевод стоит под ними, с вашим именем.
voice-translation = Ваш перевод
voice-into = На какой язык?
voice-same_language = Слова уже на этом языке. Выберите, пожалуйста, другой.
voice-translation_add = Добавить этот перевод
voice-translated_by = Перевод: { $name }
voice-of_earlier = с прежних слов
voice-checked = Семья подтверждает перевод: { $name }
voice-check = Этот перевод верный
voice-checked_by_author = Перевод подтверждает { $name }

## language

language-en = английский
language-es = испанский
language-ar = арабский
language-zh_hans = китайский (упрощённое письмо)
language-zh_hant = китайский (традиционное письмо)
language-bn = бенгальский
language-ht = гаитянский креольский
language-ru = русский
language-ur = урду
language-fr = французский
language-ko = корейский
language-uk = украинский
language-uz = узбекский
language-sq = албанский
language-pt = португальский
language-wo = волоф
language-ff = фулах
language-tw = тви
language-yo = йоруба
language-am = амхарский
language-so = сомали
language-sw = суахили
language-hi = хинди
language-pa = панджаби
language-ne = непальский
language-vi = вьетнамский
language-tl = тагалог
language-pl = польский
language-yi = идиш
language-he = иврит
language-fa = персидский
language-ps = пушту
language-nv = навахо
language-qu = кечуа
language-mix = миштекский
language-ase = американский жестовый язык
form-writing_as = Вы пишете под именем: { $name }.
voice-earlier_yours = Так вы говорили раньше. Прочитать это можете только вы.
voice-earlier_kept = То, как это звучало раньше, остаётся только у вас.
voice-earlier_away = Выбросить эти прежние слова
voice-reworded = с тех пор сказано по-другому
problem-not_an_address = Это не похоже на адрес почты. Он выглядит так: rosa@example.org.
