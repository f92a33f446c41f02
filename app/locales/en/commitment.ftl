commitment-whose_words = What { $name } promised
commitment-whose = Whose promise is this?
commitment-whose_mine = The school’s: I will do it
commitment-whose_theirs = { $name } said it, on paper or on the phone; I write it down
commitment-title = What we promised
commitment-last_time = What we promised last time
commitment-make = Promise something
commitment-mine = My promise
commitment-change = Put it in other words
commitment-lead = Something you will really do. Small is fine. Four weeks later everybody is asked how it went.
commitment-what = I promise
commitment-what_student = What will you do until next time?
commitment-what_family = What will you do at home, or with the school?
commitment-what_school = What will the school do, and who of you?
commitment-day = By when
commitment-sign = How will we know?
commitment-sign_hint = What somebody will see, hear or hold.
commitment-save = I promise
commitment-by_day = by { $day }
commitment-sign_is = We’ll know by this: { $words }
commitment-none_student = No promise of the student yet. It does not have to be today.
commitment-none_family = No promise of the family yet. It does not have to be today.
commitment-none_school = No promise of the school yet. It does not have to be today.
commitment-kept = Kept
commitment-partly = Part of it
commitment-not_yet = Not yet
commitment-changed = Something else mattered more
commitment-asked = You promised this. How did it go?
commitment-say_how = Say how it went
commitment-how = How did it go?
commitment-how_words = In your own words
commitment-how_hint = What helped, what got in the way, what comes next.
commitment-how_save = That is how it went
commitment-for_another = You write down what { $name } said, on paper or on the phone.
commitment-slips = Slips to send home
commitment-slips_do = One for each promise. Print them, cut along the lines, and enter what comes back.
commitment-slip_dear = { $name }, you promised:
commitment-reply_mine = What I said back
commitment-write_back = Write back
commitment-letter_change = Change my letter
commitment-letter_back = A letter back
commitment-letter_to = A letter back to { $name }
commitment-letter = Your letter
commitment-letter_hint = What their words did for you.
commitment-letter_send = Send the letter
commitment-open_until = You can still answer until { $day }.
commitment-closed = Answers were collected until { $day }. You can always tell { $name } in person.
commitment-closed_now = Answers are no longer collected here. Your words are kept for you on this page: give them to { $name } in your own way, or ask for the day to be moved.
commitment-talk_or_write = Talk or write
commitment-reflect = My thoughts after the conference
commitment-reflect_lead = For you first. Your advisor and your family can read it too.
commitment-note_on = A note on { $name }’s conference
commitment-note_lead = What you want to remember. The student and the family can read it.
commitment-glad = I’m glad I showed…
commitment-surprised = What surprised me…
commitment-differently = Next time I would…
commitment-words = In your words
commitment-afterwards = After the conference
commitment-afterword_write = Look back in words
commitment-afterword_change = Change my words
commitment-keepsake = The keepsake
commitment-keepsake_of = { $name }’s conference, to keep
commitment-mail_subject = A question from { $school }
commitment-mail =
    Dear { $name },

    some weeks ago you promised something at a conference. { $school } would like to know how it went.

    You find the question on your own page: { $address }

    A few words are enough, and every answer is a good one.
commitment-window = Until when families answer
commitment-window_lead = Two weeks after is usual. Give it longer, when somebody could not come and reads it later.
commitment-window_day = The last day
commitment-window_way = Until when families can answer
commitment-late_kept = What you wrote is kept here. Only you can see it.
commitment-late_open = Look at your words
commitment-late_again = You wrote this when answers were no longer collected. Now they are: look it over and send it.
