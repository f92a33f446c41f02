promise-promise_of = What { $name } promised
promise-whose = Whose promise is this?
promise-whose_mine = The school’s: I will do it
promise-whose_theirs = { $name } said it, on paper or on the phone; I write it down
promise-title = What we promised
promise-last_time = What we promised last time
promise-make = Promise something
promise-mine = My promise
promise-change = Put it in other words
promise-lead = Something you will really do. Small is fine. Four weeks later everybody is asked how it went.
promise-what = I promise
promise-what_student = What will you do until next time?
promise-what_family = What will you do at home, or with the school?
promise-what_school = What will the school do, and who of you?
promise-day = By when
promise-sign = How will we know?
promise-sign_hint = What somebody will see, hear or hold.
promise-save = I promise
promise-by_day = by { $day }
promise-sign_is = We’ll know by this: { $words }
promise-none_student = No promise of the student yet. It does not have to be today.
promise-none_family = No promise of the family yet. It does not have to be today.
promise-none_school = No promise of the school yet. It does not have to be today.
promise-kept = Kept
promise-partly = Part of it
promise-not_yet = Not yet
promise-changed = Something else mattered more
promise-asked = You promised this. How did it go?
promise-say_how = Say how it went
promise-how = How did it go?
promise-how_words = In your own words
promise-how_hint = What helped, what got in the way, what comes next.
promise-how_save = That is how it went
promise-for_another = You write down what { $name } said, on paper or on the phone.
promise-slips = Slips to send home
promise-slips_do = One for each promise. Print them, cut along the lines, and enter what comes back.
promise-slip_dear = { $name }, you promised:
promise-reply_mine = What I said back
promise-write_back = Write back
promise-letter_change = Change my letter
promise-letter_back = A letter back
promise-letter_to = A letter back to { $name }
promise-letter = Your letter
promise-letter_hint = What their words did for you.
promise-letter_send = Send the letter
promise-open_until = You can still answer until { $day }.
promise-closed = Answers were collected until { $day }. You can always tell { $name } in person.
promise-closed_now = Answers are no longer collected here. Your words are kept for you on this page: give them to { $name } in your own way, or ask for the day to be moved.
promise-talk_or_write = Talk or write
promise-reflect = Looking back on my conference
promise-reflect_lead = For you first. Your advisor and your family can read it too.
promise-note_on = A note on { $name }’s conference
promise-note_lead = What you want to remember. The student and the family can read it.
promise-glad = I’m glad I showed…
promise-surprised = What surprised me…
promise-differently = Next time I would…
promise-words = In your words
promise-afterwards = Looking back
promise-afterword_write = Look back in words
promise-afterword_change = Change my words
promise-keepsake = The keepsake
promise-keepsake_of = { $name }’s conference, to keep
promise-mail_subject = A question from { $school }
promise-mail =
    Dear { $name },

    some weeks ago you promised something at a conference. { $school } would like to know how it went.

    You find the question on your own page: { $address }

    A few words are enough, and every answer is a good one.
promise-window = Until when families answer
promise-window_lead = Two weeks after is usual. Give it longer, when somebody could not come and reads it later.
promise-window_day = The last day
promise-window_way = Until when families can answer
promise-late_kept = What you wrote is kept here. Only you can see it.
promise-late_open = Look at your words
promise-late_again = You wrote this when answers were no longer collected. Now they are: look it over and send it.
