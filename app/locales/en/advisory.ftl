board-title = Today
board-lead = What needs you first, and then everyone, A to Z.
board-first = Today first
board-nothing = Nothing waits for you. A good moment to read something.
board-asks = { $name } asked on { $day }
board-answer_check = Answer the check on
board-open_check = Open the check
board-everyone = Everyone
board-nobody = No students are in your advisory yet. The school lead can add them.
board-no_family = No family voice yet
board-no_conference = No day chosen yet
board-read_again = Read the definition of { $name } again together
board-read_again_due = The day you chose has come
board-open_definition = Open the definition
board-lacks = Whom to show
board-lacks_anything = Everyone
board-lacks_family_voice = No family voice
board-lacks_definition = No definition yet
board-lacks_day = No day yet
board-lacks_plan = No plan yet
board-lacks_nobody = Nobody. That is good news.
board-more = { $count ->
    [one] One more
   *[other] { $count } more
}
board-answer_version = { $name } asks everyone about our definition. Your answer is missing.
board-asked_on = Asked on { $day }
board-help_plan = { $name }’s conference is near, and its plan is still empty
board-unread = { $names } cannot read what was agreed with { $name } yet
board-unread_note = The words are in none of their languages.
board-unread_do = Put a translation beside them
board-add_voice = No voice of the school in { $name }’s definition yet
board-open_to_family = { $name }’s family has no link that opens
board-open_to_family_do = Make a link
board-worry = A worry about { $name } waits for you
board-open_anew = The link of { $person } ({ $kinship } of { $name }) ran out; they ask for a new one
board-help_sign_in = { $name } has never signed in
board-help_sign_in_note = The school lead can print a sign-in code.
board-look_in = You have not heard from { $name } for a while
board-look_in_note = Last seen { $day }
board-news_reply = { $author } said something back to { $name }
board-news_comment = { $author } wrote about { $name }’s plan
board-news_talk = { $author } says something about { $name }’s definition
board-news_feedback = { $author } gave { $name } feedback
board-read = Read it
board-put_off = Later
board-put_away = Put away
board-tomorrow = Tomorrow
board-next_week = In a week
board-in_a_month = In four weeks
board-news_moved = { $author } moved { $name }’s conference
board-news_called_off = { $author } canceled { $name }’s conference
board-is_off = Put off, or read
paper-title = News for families, on paper
paper-go = News for families, on paper
paper-lead = For families who are not told by e-mail: what was new for each of them in the last month, in their language. Print it, cut it, send it home. There is no code on it: they come in with the letter they have.
paper-none = There is nothing new for a family on paper just now.

## coded

coded-title = A sign-in code for { $name }
coded-lead = With it { $name } comes in and chooses a new password. It works once, for 30 days, and ends the code before. { $name } reads on the next page that you made it.
coded-make = Make the code
coded-way = Sign-in code
coded-way_note = For a forgotten password or a lost slip.
