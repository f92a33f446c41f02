## record

record-title = Who did what
record-lead_student = Here you see when somebody at school opened your pages, and who changed a way in. What you read yourself is not here. Nobody’s words are here.
record-lead_own = Here you see what is about you: your ways in, and who changed them.
record-kept =
    { $count ->
        [one] This is kept for { $count } year. Then it is deleted.
       *[other] This is kept for { $count } years. Then it is deleted.
    }
record-none = Nothing yet.
record-by = by { $name }
record-by_nobody = by somebody who is not known
record-later = Later
record-earlier = Earlier
record-opened_work = A work was opened
record-opened_portfolio = The portfolio was opened
record-opened_definition = The definition was opened
record-opened_conference = The conference was opened
record-opened = A page was opened
record-link_made = A link for family was made
record-link_ended = A link for family was ended
record-code_made = A code to sign in was made
record-way_changed = A way to sign in was changed
record-role_given = Another role was given
record-tied = Somebody of the family was connected
record-untied = Somebody of the family was disconnected
record-left = Left the school
record-came_back = Came back to the school
record-put_right = What the school keeps was put right
record-moved = The advisory was changed
record-permit_given = Somebody of the staff was let in to a work
record-permit_ended = What let somebody in to a work was ended
record-stand_in_named = A stand-in was named
record-stand_in_ended = Standing in was ended
record-subjects_set = What somebody teaches was set
record-imported = People were imported
record-exported = People were exported
record-words_hidden = Words were hidden
record-signed_in = Signed in
record-sign_in_refused = Somebody tried to sign in, and it did not work
record-refused = A page was not opened, since it was not for them
