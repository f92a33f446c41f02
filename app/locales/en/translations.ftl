## The words of the pages, read through by people who speak them at home

translations-title = The words on these pages
translations-lead = Read them beside English, and say how you would say it at home. Suggestions change no page: they are gathered for whoever keeps the translations.
translations-checked = Read through by somebody who speaks it at home
translations-unchecked = Not read through yet by anybody who speaks it at home
translations-staff_english = Pages for staff alone are in English
translations-suggested = { $count ->
    [one] One suggestion
   *[other] { $count } suggestions
    }
translations-beside = { $language } beside English
translations-areas = Parts of the pages
translations-english = English
translations-where = Where it is said
translations-missing = It falls back to English
translations-your_suggestion = You suggest
translations-suggestion = Suggested
translations-take_back = Take it back
translations-how = Suggest with a table
translations-how_1 = Download the table. It opens in a spreadsheet.
translations-how_2 = Write how you would say it into the last column. Leave what is good. Words in curly brackets, like { "{ $name }" }, stand for something: keep them.
translations-how_3 = Save it as CSV, and bring it here.
translations-sheet = Download the table
translations-file = The table
translations-keep = Keep my suggestions
translations-nothing = The last column of this table is empty.
translations-too_long = Line { $line }, { $key }: this is too long.
translations-no_such = Line { $line }: there is no sentence called { $key }.
translations-no_sentence = Line { $line }, { $key }: the curly brackets are not closed, or say more than they may.
translations-lacks = Line { $line }, { $key }: it has to say { $names } too.
translations-not_told = Line { $line }, { $key }: nothing is known of { $names } there.
translations-for_keepers = All suggestions as a file for translators (Fluent)
