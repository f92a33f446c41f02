## bin

bin-title = My bin
bin-lead = What you took back. Nobody else sees it here. After 30 days it is gone for good.
bin-empty = Your bin is empty.
bin-until = Gone for good on { $day }
bin-stays = Somebody has written about it, so it stays here, for you alone.
bin-delete = Delete it for good now
bin-delete_lead = “{ $title }”, and everything that belongs to it, will be gone. Nobody can bring it back.
bin-delete_do = Delete it
bin-bring_back = Bring it back
bin-take_back_lead = Nobody else sees it any more. It is in your bin for 30 days, and you can bring it back.
bin-kind_work = A work
bin-kind_version = A version of a work
bin-kind_check = You asked for a check
bin-kind_feedback = Feedback
bin-kind_contribution = Words for the definition
bin-kind_remark = A comment on the definition
bin-kind_rehearsal = A rehearsal
bin-kind_partner = Feedback on a rehearsal
bin-kind_comment = A comment on a plan
bin-kind_shelf = A shelf
bin-kind_moment = A moment of a plan
bin-kind_plan = A plan
bin-kind_target = A learning target
bin-kind_wording = Earlier words
bin-kind_reply = Words after a conference
bin-kind_testimony = Something you told
bin-kind_commitment = A promise

## undo

undo-undo = Undo
undo-just_now = Just now
undo-lead = For ten minutes you can undo what you did.
undo-keep_work = You kept or changed a work
undo-give_feedback = You gave feedback
undo-say_what_became = You said what you made of feedback
undo-hide_feedback = You hid feedback
undo-hide_words = You hid words
undo-ask_for_check = You asked for a check
undo-answer_check = You answered a check
undo-answer_wish = You answered how it will be shown
undo-ask_peers = You asked your classmates
undo-tie_evidence = You said what shows a statement
undo-contribute = You added your words
undo-translate = You translated somebody’s words
undo-remark = You said something
undo-set_aside = You set a statement aside, or brought it back
undo-open_section = You changed who sees a part
undo-ask_for_answers = You asked everybody to answer
undo-affirm = You answered
undo-plan_conference = You planned or moved a conference
undo-call_off = You canceled a conference
undo-comment_on_plan = You said something about a plan
undo-share_rehearsal = You said who hears a rehearsal
undo-help_rehearse = You said what you heard in a rehearsal
undo-reply = You said something back
undo-commit = You made a promise, or said how it went
undo-write_back = You wrote back
undo-look_back = You looked back
undo-testify = You told something
undo-answer_testimony = You chose where something stands
undo-choose_time = You chose a time, or gave one back
undo-revise = You added a version
undo-offer_times = You offered times
undo-arrange_portfolio = You arranged your portfolio
undo-gather = You called students together, or called it off
undo-set_pace = You said what is about now

## hiding

hiding-title = Hide these words
hiding-back = Back
hiding-lead_student = Nobody reads these words any more but { $name }, who said them. You can show them again on any day.
hiding-lead_advisor = Nobody reads these words any more but { $name }, who said them. { $name } and { $student } read your reason. You can show them again on any day.
hiding-reason = Why?
hiding-reason_student = It can stay empty: then nobody is told. If you write a reason, whoever said it reads it.
hiding-reason_advisor = Kind and clear.
hiding-hide = Hide them
hiding-done = The words are hidden. You find them under “Hidden words”.
hiding-shown = The words are shown again.
hiding-list = Hidden words
hiding-list_lead = Words that you hid; and words that somebody else hid, with the reason.
hiding-none = Nothing is hidden.
hiding-of = { $kind }, from { $name }
hiding-show = Show them again
