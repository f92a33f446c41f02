## school

school-quota = Room for files
school-sign_in = Signing in
school-sign_in_lead = A password alone can be guessed or seen over a shoulder. School leads and advisors see much, so their way in can take a second step.
school-staff_step = Staff
school-staff_step_hint = From their next sign-in on, leads and advisors set up an app for codes on their phone before anything else. Who loses the phone gets in with a sign-in code that you make.
school-staff_step_do = School leads and advisors need a second step to sign in
school-quota_lead = Pictures, sounds, videos and documents that students bring. When there is no room, they are told these figures.
school-quota_file = The biggest file, in MB
school-quota_file_hint = A video of ten minutes from a phone has about 1,000 MB.
school-quota_student = All files of a student together, in MB
school-quota_student_hint = Pictures do not count: they are made small.
school-quota_file_over_student = One file cannot be bigger than all files of a student together.
school-converts = Files of other programs
school-converts_hint = Videos that browsers do not play, and documents of Word, PowerPoint, Excel or LibreOffice, are made into ones that everybody can open. It happens on this server, apart from everything else.
school-converts_do = Make them so that everybody can open them
school-converts_no_films = For videos, ffmpeg is missing on this server.
school-converts_no_documents = For documents, LibreOffice is missing on this server.
school-converts_nothing = Nothing is converted yet: ffmpeg, LibreOffice or bubblewrap is missing on this server. Whoever runs it can install them.
school-next = The next step
school-next_people = Bring in your people.
school-next_people_why = One table from your student system is enough: students, advisors and families. You see line by line what will happen before anything does.
school-next_targets = Say what is learned here.
school-next_targets_why = A learning target is a skill, with what it looks like when it is mastered. Students choose from these when they add work.
school-next_codes = Hand out the sign-in codes.
school-next_codes_why =
    { $count ->
        [one] { $count } person cannot sign in yet. Print the sheet, cut it and hand it out.
       *[other] { $count } people cannot sign in yet. Print the sheet, cut it and hand it out.
    }
school-next_none = Everything is set up.
school-next_none_why = Now it belongs to the students, their families and their advisors. When somebody new comes, import the table again: what is here already stays as it is.
school-do_codes = Make sign-in codes
school-do_add_target = Add a target by hand
school-do_see_people = See the people
school-about = The school
school-no_people = Only you, so far.
school-no_targets = None yet.
school-advisories =
    { $count ->
        [one] { $count } advisory
       *[other] { $count } advisories
    }
school-students =
    { $count ->
        [one] { $count } student
       *[other] { $count } students
    }
school-advisors =
    { $count ->
        [one] { $count } advisor
       *[other] { $count } advisors
    }
school-families =
    { $count ->
        [one] { $count } family member
       *[other] { $count } family members
    }
school-targets_count =
    { $count ->
        [one] { $count } target
       *[other] { $count } targets
    }
school-subjects =
    { $count ->
        [one] in { $count } subject
       *[other] in { $count } subjects
    }
school-languages = Languages of the pages
school-privacy = What students and families write is theirs. You do not see it here.
school-definition = The definition of success
school-definition_note = Six sections, with questions that help people begin. You can add your own.

## people

people-title = People
people-find = Find by name or username
people-find_do = Find
people-find_all = Show everybody
people-find_none = Nobody here is called that.
people-pages = Pages
people-empty = Nobody is here yet but you
people-empty_do = Bring everybody in with one table: students, advisors and families. You see what will happen before anything does.
people-no_advisory = In no advisory yet
people-no_advisory_do = Import their line again with the column “advisory” filled in.
people-no_advisor = No advisor yet
people-no_students = No students yet.
people-staff = School lead and staff
people-no_family = No family connected yet
people-role_student = student
people-role_family = family
people-role_advisor = advisor
people-role_lead = school lead
people-can_sign_in = Can sign in
people-has_code = Has a code until { $day }
people-cannot_sign_in = No code yet
people-needs_codes_title = Some people cannot sign in yet
people-import_title = Import people
people-import_lead = One table brings everybody in. First you see line by line what would happen. Nothing changes until you say so.
people-step_file = Choose a file
people-step_look = Look it over
people-step_done = Import
people-steps = Import
people-template = Download the template
people-template_do = Start from the template, in Excel, Google Sheets or any other spreadsheet. Save it as CSV.
people-columns = What the columns mean
people-column = Column
people-column_means = What goes into it
people-column_example = Example
people-needed = needed
people-col_role = student, advisor, family or lead. Spanish words work too.
people-col_name = The full name, as the person writes it.
people-col_username = One word or an e-mail to sign in with. Families may leave it empty: they need no account.
people-col_advisory = The name of the group. A new name starts a new advisory. Several: 9A | 9B.
people-col_languages = The languages they speak, the preferred one first: es, en. Or by name: Español.
people-col_students = Only for families: the usernames of their students.
people-col_kinship = Only for families: who they are to the student, in their own words.
people-rules = Good to know
people-rule_systems = First and last names may be in two columns. An e-mail address or a student number can take the place of the username. Column names of OneRoster and other school systems are known too, and a title above them does no harm.
people-rule_twice = Importing the same table twice changes nothing the second time.
people-rule_missing = People who are not in the table stay as they are.
people-rule_empty = An empty cell leaves what is there.
people-file = The file
people-file_hint = CSV, up to 5,000 lines. Every kind that Excel saves is understood.
people-paste = Or paste the lines here
people-paste_hint = With the first line that names the columns. Copying cells out of a spreadsheet works too.
people-look = Look it over first
people-no_file = Please choose a file, or paste the lines below.
people-preview_title = Look before you import
people-preview_lead =
    { $count ->
        [one] There is { $count } line. Nothing has changed yet.
       *[other] There are { $count } lines. Nothing has changed yet.
    }
people-will_skip =
    { $count ->
        [one] { $count } line will be skipped
       *[other] { $count } lines will be skipped
    }
people-will_skip_do = You can import the others now and bring these later, or correct the file and choose it again.
people-first_skipped = Go to the first one
people-nothing_new = Nothing would change
people-nothing_new_do = Everything that can be used in this table is here already.
people-guessed = Please look at the accents
people-guessed_do = The file does not say how its letters are written. We think it is: { $letters }. Do these words look right? If not, choose another way to read them.
people-left_out = Left out: { $why }
people-note_called = Likes to be called { $called }.
people-why_shortened = “{ $number }” is a long number that the spreadsheet made shorter, so its digits are lost. Format that column as text, put the full number in, and save the file again.
people-why_own_choice = They chose how they are called themselves. That stays.
people-why_by_hand = Something about them was set by hand here. That stays.
people-why_tie_by_hand = Their tie to { $student } was set by hand here. That stays.
people-why_advisory_by_hand = Whether they are in { $advisory } was set by hand here. That stays.
people-why_left_by_hand = Somebody wrote down here that they have left. If they are back, say so on their page.
people-record_lead = Here you see what is about the school: ways in, roles, imports, and who opened students’ pages. Nobody’s words are here.
people-record_keep = Keep it for
people-record_years =
    { $count ->
        [one] { $count } year
       *[other] { $count } years
    }
people-show = Show
people-show_everybody = Everybody
people-show_students = Students
people-show_families = Families
people-show_gone = Those who have left
people-why_own_languages = They said themselves which languages they read. That stays.
people-why_gone = The file says that this person is no longer there.
people-col_called = What the person likes to be called. Greetings use it. If it is empty, they use the whole name.
people-counts = { $added } added, { $changed } changed, { $same } the same, { $skipped } skipped
people-line = Line
people-name = Name
people-role = Role
people-what_happens = What happens
people-no_name_given = no name
people-added = Added
people-changed = Changed
people-same = Same
people-skipped = Skipped
people-apply =
    { $count ->
        [one] Import { $count } line
       *[other] Import { $count } lines
    }
people-other_file = Choose another file
people-note_joins = Joins { $advisory }.
people-note_leaves = Leaves { $advisory }; their work goes with them.
people-note_starts = { $advisory } is a new advisory.
people-note_renamed = The name was “{ $was }”.
people-note_speaks = Languages are now: { $languages }.
people-note_kin = “{ $words }” of { $student }.
people-note_kin_was = Was “{ $words }” of { $student } before.
people-note_username = The username is now { $username }.
people-note_returns = Had left, and comes back.
people-why_too_wide = This line has more cells than there are columns. Is there a comma in a name? Then put the name in quotation marks.
people-why_no_role = This line says no role. Is it a student, an advisor or family?
people-why_unknown_role = We do not know the role “{ $role }”. Use student, advisor, family or lead.
people-why_no_name = This line has no name. Who is it?
people-why_too_long = What stands under “{ $column }” is longer than fits.
people-why_no_username = Students and staff need a username to sign in with.
people-why_spaces = The username “{ $username }” has spaces in it. Use one word.
people-why_language = We do not know the language “{ $language }”. Write its name, such as Spanish, or a code such as es.
people-why_no_students = Whose family is this? Write the student’s username under “students”.
people-why_no_kinship = Who is this to the student? Write it under “kinship” in their own words: aunt, tía, big cousin.
people-why_same_line = Line { $line } has the same username.
people-why_other_role = This username belongs to somebody with the role “{ $role }”. A role is not changed by a table.
people-why_no_such_student = There is no student with the username “{ $username }”, neither here nor in this table.
people-codes_title = Sign-in codes
people-codes_lead = A code is for coming in the first time, or when a password is forgotten. It works once, for 30 days. Families do not need one: they come in by their own link.
people-codes_once = Print the sheet right away
people-codes_once_do = We keep no copy of the codes, so the sheet is shown only this once. A new code ends the one before.
people-codes_all =
    { $count ->
        [one] For the { $count } person who has no way in yet
       *[other] For all { $count } people who have no way in yet
    }
people-codes_make = Make the sheet
people-codes_everyone_in = Everybody has a way in.
people-codes_choose = Or choose people
people-codes_choose_hint = For a forgotten password or a lost slip. A password that is known keeps working until the code is used.
people-codes_make_chosen = Make codes for those I chose
people-codes_nobody = Please choose at least one person.
people-codes_others = Staff and others
people-sheet_title = Sign-in codes to print
people-sheet_lead = Print this page, cut it along the lines and hand the slips out. When you leave this page, the codes cannot be shown again.
people-sheet_print = Print with Ctrl P, or from your browser’s menu.
people-sheet_told = Whoever could sign in before reads on their next page that you made a code.
people-sheet_done = I have printed it
people-sheet_empty = None of these codes works any more
people-sheet_empty_do = A newer sheet has taken their place. Please make a new one.
people-slip_username = Username
people-slip_code = Code
people-slip_qr = QR code that opens the page with this code
people-slip_where = Go to
people-slip_until = Works once, until { $day }.
people-slip_used = This code has been used.

## table

table-empty = There is nothing in this file.
table-letters = Read the letters as
table-look_again = Look again
table-letters_right = The letters look right
table-letters_unsure = Please look at the letters first, and say that they look right.
table-letters_western = Western Europe (Windows)
table-letters_mac = Western Europe (old Mac)
table-letters_dos = Western Europe (MS-DOS)
table-letters_arabic = Arabic
table-letters_cyrillic = Cyrillic
table-letters_simplified = Chinese (simplified)
table-letters_traditional = Chinese (traditional)
table-letters_central = Central Europe
table-letters_turkish = Turkish
table-letters_hebrew = Hebrew
table-letters_greek = Greek
table-letters_korean = Korean
table-letters_japanese = Japanese
table-workbook = This is an Excel workbook. In Excel choose “Save as” and “CSV UTF-8”, and choose that file here.
table-not_text = We could not read this as a table. Please save it as CSV.
table-too_big = This file is too big. A table can have up to { $max } MB.
table-too_many_lines = There are more than { $max } lines. Please split the table into several files.
table-no_columns = The first line has to name the columns. We did not find: { $columns }.
table-column_twice = The column “{ $column }” is there twice. Please keep one of them.
table-open_quote = On line { $line } a quotation mark is opened and never closed. Please close it and choose the file again.
table-no_lines = The first line names the columns, but no lines follow.

## shaping

shaping-title = Sections and questions
shaping-lead = Every definition of success has six sections. Each comes with questions that help people begin. Here you can ask your school’s own questions, put away those that do not fit, and give a section another name.
shaping-optional = Every question can be answered, skipped, or replaced by one’s own.
shaping-comes_as = Kinfolio calls it “{ $name }”
shaping-count =
    { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }
shaping-name = Its name
shaping-name_lead = The name your school uses, wherever this section is named. Where you leave it empty, the name it comes with stays.
shaping-name_save = Save the name
shaping-own = Your school’s questions
shaping-own_lead = They are asked first.
shaping-own_none = None yet. What would only somebody from your school think of asking: about the neighborhood, its stories, what you do together?
shaping-add = Add a question
shaping-ours = Questions from Kinfolio
shaping-ours_none = All of them are put away.
shaping-away = Put away
shaping-put_away = Put away
shaping-put_away_this = Put away: { $question }
shaping-bring_back = Bring back
shaping-bring_back_this = Bring back: { $question }
shaping-reword = Ask it in our own words
shaping-reword_this = Ask it in our own words: { $question }
shaping-edit = Change
shaping-edit_this = Change: { $question }
shaping-up = Move up: { $question }
shaping-down = Move down: { $question }
shaping-to_student = To students
shaping-to_family = To families
shaping-to_school = To advisors
shaping-new_title = A question of our own
shaping-edit_title = Change a question
shaping-who = Ask each in words meant for them. Whoever has no words here is not asked.
shaping-languages = Where one language is missing, people read the question in another.
shaping-placeholder = Write { $mark } where the name of the student belongs.
shaping-kept = People who answered it before keep the question they were asked.
shaping-instead = The question it comes from is put away when you save. You can bring it back.
shaping-save = Save
shaping-cancel = Cancel
shaping-full = There is room for { $max } questions of your own in a section. Put one away first.

## template

template-conferences = Conferences
template-home_note = Plans that students can start from, and what they look at before the day.
template-title = Plans to start from
template-lead = A student can start from one of these, and then change everything. They are a beginning, never a form to fill in.
template-none = Your school has none of its own yet. Students start from a proposal, from the guide, or from blank.
template-add = Add a plan
template-change = Change a plan
template-put_away = Put away
template-away = Put away
template-bring_back = Bring back
template-name = Name of the plan
template-name_hint = What a student would look for: “Harvest circle”.
template-rows = A moment without a name is left out.
template-moment = Moment { $n }
school-year = This school year
school-year_in = { $count } of { $all } students have come in.
school-year_definitions = { $count } of { $all } students have begun a definition of success.
school-year_held = { $count ->
    [0] No conference yet.
    [one] One conference so far.
   *[other] { $count } conferences so far.
}
school-year_ahead = { $count ->
    [0] None is planned.
    [one] One is planned.
   *[other] { $count } are planned.
}
school-year_families = { $count ->
    [0] Every family has a link that opens.
    [one] One family has no link that opens.
   *[other] { $count } families have no link that opens.
}
school-next_worry = A worry about a child waits for you.
school-next_worry_why = Somebody read words and worries because of them. Only those whom the school named hear of it.
school-next_families = Open the door to every family.
school-next_families_why = { $count ->
    [one] One student’s family has no link that opens.
   *[other] The families of { $count } students have no link that opens.
} Advisors and students make the links: ask the advisors to hand out the letters.

## worries

worries-title = Worries about a child
worries-lead = Only the people whom the school named read this. Each time somebody opens one, it is recorded.
worries-none = Nothing is held.
worries-released = Released
worries-waits = You have not opened it since.
worries-about = A worry about { $name }
worries-said = Said by { $name }, { $day }
worries-asked_by = { $name } asks to release it.
worries-words = The words as they stood then
worries-words_note = They may have been changed or taken back since. Nobody was told that they are kept here.
worries-had_sound = There was a recording with them. It is not kept here.
worries-had_photo = There was a photo with them. It is not kept here.
worries-notes = What was done
worries-note = What was done since?
worries-note_hint = Who was talked to, what was agreed, what comes next. Everyone who hears of worries reads it.
worries-note_save = Note it
worries-no_note = It was released in the meantime: nothing more is noted.
worries-openings = Who opened it
worries-release_go = Release it
worries-release_title = Release what is held
worries-release_erases = When two people have said yes, the copy of the words, the reason and all notes are erased. That there was a worry, who said it and when, who opened it and who released it stay. The second yes cannot be undone.
worries-release_ask_note = You can ask. Then another one of those who hear of worries has to agree.
worries-release_ask = Ask to release it
worries-release_waits = You asked. Another one of those who hear of worries has to agree.
worries-release_withdraw = Take my asking back
worries-release_agree_note = { $name } asks to release it. If you agree, it is erased now.
worries-release_agree = Agree, and erase it
worries-release_hold = Keep holding it
worries-released_by = { $name } asked, { $other } agreed, { $day }. What was held is erased.
worries-name_title = Who hears of worries
worries-name_title_lead = When somebody reads words and worries about a child because of them, these people hear of it, and nobody else. A copy of the words is held for them, also when the words are taken back.
worries-name_who = Who?
worries-name_hint = Choose at least two: it takes two to release what is held. Until then, whoever leads the school hears of it. They read what is held already. Nobody hears of a worry about their own words.
worries-name_two = Choose at least two people, or nobody.
worries-name_lead = leads the school
worries-done_noted = It is noted.
worries-done_asked = You asked to release it. Another one has to agree.
worries-done_held = It is held.
worries-done_released = It is released. What was held is erased.
worries-done_named = These people hear of worries now.
