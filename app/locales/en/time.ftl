time-title = Times
time-lead = Families choose from these on their own page. You see here who comes when.
time-offer = Offer times
time-offer_lead = One time, or a whole afternoon. You see what it will be before anybody can choose.
time-offered_none = No times are offered
time-offered_none_do = Offer an afternoon, and every family finds it behind their own link.
time-free = free
time-take_back = Withdraw
time-day_plan = Plan of this day, to print
time-waiting = Have not chosen yet
time-waiting_do = Nobody has to do it alone: when somebody tells you a time on the phone or on paper, enter it for them.
time-enter = Enter a time
time-feed = In my own calendar
time-feed_do = An address that your calendar app reads by itself. It shows when, where and what students are called here.
time-feed_make = Make the address
time-feed_once = Copy this address into your calendar app now. It is shown once.
time-feed_only = Whoever has it sees your times and what students are called here, and nothing else. Making a new one ends it.
time-with_name = with { $name }
time-interpreter_there = interpreter: { $language }
time-needs = asks for an interpreter: { $language }
time-comes = { $name } comes
time-in_person = in person
time-video = video call
time-phone = phone call
time-home_visit = visit at home
time-day = Day
time-from = From
time-until = Until
time-minutes = Minutes for each
time-minutes_hint = With an interpreter, give half as long again.
time-pause = Minutes between two
time-place = Where
time-place_hint = A room, a corner, a link you will send.
time-ways = How it can be
time-interpreter = Interpreter
time-interpreter_hint = If somebody will be there for these times.
time-interpreter_none = Nobody for these times
time-rest_from = Rest from
time-rest_until = Rest until
time-look = See what it will be
time-preview =
    { $count ->
        [one] { $count } time
       *[other] { $count } times
    }
time-offer_these = Offer these
time-series_empty = There is no room for even one time here.
time-series_too_many = That would be more than { $max } times. Offer them in two parts.
time-series_past = Some of this is over already.
time-choose_title = Choose a time
time-choose_lead = When would you like to come to { $name }’s conference? Tap a time.
time-move_lead = Does another time suit you better? Tap it.
time-none = No times to choose from right now
time-none_do = The advisor offers more, or finds one with you. You can always call the school.
time-yours = You have a time
time-move_way = Move it, or change something
time-change = Change how, or the note
time-to_calendar = Put it in my calendar
time-give_back = Give it back
time-beside = Next to { $name }’s time
time-beside_when = { $name }’s is on { $at }.
time-beside_none = None of the free times is right before or after it.
time-confirm_title = Is this the one?
time-confirm_for = For { $name }’s conference.
time-chosen_by = { $name } has chosen a time
time-others_told = You can move it or give it back. { $name } reads here that it was you.
time-others_chose = { $name } has chosen a time for { $student } already. If you take this one, { $student } has this one instead, you are the one who comes, and what { $name } wrote beside it goes. { $name } reads here that it was you.
time-with_others = With somebody else from the school
time-nearest = These are the nearest that are free
time-how = How would you like to come together?
time-needs_label = Do you want an interpreter?
time-needs_hint = The school finds one. It is never your child’s job.
time-needs_open = Choose only if you want one
time-note = Anything we should know
time-note_hint = Who comes along, a step that is hard, a time that would be better.
time-take = Take this time
time-who_comes = Who comes?
time-taken = Somebody chose this time a moment before you. Here are the nearest ones; what you typed is still here.
time-elsewhere = At that time you are at { $name }’s conference already. Here are the nearest that are free; what you typed is still here.
time-ask = When would you like to come?
time-ask_do = There are times to choose from. It takes a minute.
time-longer = a longer time
time-free_times = Free times
time-others = Other times
time-interpreter_later = No free time has one yet. Choose any other, and the school looks for an interpreter.
time-needs_show = Show what fits
time-right_after = right after { $name }’s
time-right_before = right before { $name }’s
time-siblings = You also come for
time-siblings_do = You are offered the times next to this one first.
time-sibling_way = Choose for { $name }
time-stale = Somebody in your family has chosen in the meantime. Look at both, then take the one that is right.
time-meanwhile = Chosen in the meantime
time-enter_title = A time for { $name }
time-enter_lead = Enter what the family told you. They see on their page that you wrote it down.
time-theirs = The family has a time
time-said_by = said by { $name }, entered by { $by }
time-choice_way = Move or withdraw
time-choice_title = { $name }’s family has this time
time-choice_move = Another time
time-choice_move_do = Talk with them, then choose another one for them. The conference moves along.
time-choice_move_way = See the free times
time-they_cannot = They cannot come
time-they_cannot_do = They told you so. The time is free for others again.
time-they_cannot_way = Give it back for them
time-i_cannot = I cannot be there
time-i_cannot_do = The time is taken back. The family reads your words on their page before they choose again.
time-tell = What do you tell them?
time-tell_hint = What happened, and what you suggest. Write in a language they read.
time-tell_way = Tell them and take it back
time-lost = Your time was taken back
time-lost_given = { $name } gave the time on { $at } back.
time-from_calendar = Take it out of my calendar
time-plan_it = Plan my conference
time-until_hint = Leave it empty for one time alone.
time-rooms = Rooms side by side
time-rooms_do = The same times in other rooms, each held by somebody else.
time-room = Room { $number }
time-room_host = Who holds it
time-host_missing = Say who holds these. Nobody can be in two rooms.
time-room_missing = Say where it is.
time-look_again = This has changed since you looked. Look again, then offer.
time-rest = A rest in between
time-held_by = { $name } holds the one on { $at } already.
time-host_hint = Only if it is not you.
time-feed_family = An address that your calendar app reads by itself. It shows the times you have chosen for conferences, and what students are called here.
time-feed_note = The times you choose, in your own calendar app
time-feed_anew = Make a new address
time-feed_there = You have an address since { $day }. Making a new one ends it.
time-feed_end = End the address
time-mail_summary = Conference at { $school }
time-mail_subject = Your time at { $school }
time-mail_subject_off = Your time at { $school } is off
time-mail = 
    Dear { $name },
    this is the time you have at { $school }: { $day }
    The file with this mail puts it in your calendar. Where a time moved, the old one goes.
    You find all about it on your own page: { $address }
    You get this mail because you asked for it. To get no more: { $stop }
time-mail_off = 
    Dear { $name },
    the time you had at { $school } is off: { $day }
    The file with this mail takes it out of your calendar.
    You find all about it on your own page: { $address }
    You get this mail because you asked for it. To get no more: { $stop }
