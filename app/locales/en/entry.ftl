## entry

entry-username = Username or e-mail
entry-password = Password
entry-sign_in = Sign in
entry-sign_in_title = Sign in
entry-have_code = I have a code on paper
entry-families = Families need no account. Open the link from your student, or
entry-families_code = type the code from your letter
entry-forgot = Forgot your password? The person who runs Kinfolio at your school can print a new code for you.
entry-wait = There were many tries that did not fit. Try again in { $time }, or ask for a new code at school.
entry-kept = What you wrote is here
entry-code_title = Come in with your code
entry-code_lead = Your slip of paper has your username and a code. Type both, and choose a password you will remember.
entry-card_lead = Your name and your code are filled in. Choose a password you will remember.
entry-code = Code
entry-code_hint = Eight letters and numbers. Capitals and the little line do not matter.
entry-new_password = New password
entry-new_password_hint = At least 10 characters. Three words that only you would put together work well.
entry-password_again = The same password again
entry-come_in = Come in
entry-wrong_code = This username and code do not fit together, or the code has been used or is too old. Ask for a new one at school.
entry-common_password = Many people use this password, so it opens nothing here. Ask at school for a code, and choose another password with it.
entry-other_way = I have a password
entry-code_family = Is your code from a family letter?
entry-code_family_do = Type it here instead
entry-back_title = You are back. What you wrote is still here.
entry-back_lead = Nothing has been sent yet. Look it over and send it on.
entry-back_files = If there were pictures, please add them again on the page itself.
entry-back_send = Send it now
entry-back_not = Leave it
entry-look_around = Look around as someone
entry-look_around_lead = This is a demo school. Nobody here is real: open any door you like.
entry-demo_students = Students
entry-demo_families = Families
entry-demo_advisors = Advisors
entry-demo_leads = School lead
entry-demo_student = student, { $advisory }
entry-demo_student_alone = student
entry-demo_kin = “{ $kinship }” of { $student }
entry-demo_advisor = advisor, { $advisory }
entry-demo_advisor_alone = advisor
entry-demo_lead = school lead
entry-busy = Many people are signing in right now. Please try again in a few seconds.
entry-seconds =
    { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }
entry-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
entry-instead_title = Open this link?
entry-instead_lead = { $name } is signed in on this device. If you open the link, { $name } is signed out here first.
entry-instead_open = Open the link
entry-instead_stay = Stay signed in as { $name }

## another

another-title = This was begun as { $name }
another-lead = You are here as { $name } now. Nothing was sent, and every word is still here.
another-as_them = Send it as { $name }
another-as_them_do = Only { $name } can do this. After coming in here, one button sends it.
another-is_here = { $name } is here again: send it
another-as_me = Or send it as { $name }
another-as_me_do = Only if these are your own words. They will stand under your name.
another-send_as_me = These are my words: send them as { $name }

## called

called-title = How you’d like to be called
called-lead = Your whole name here is { $name }. Greetings and short sentences can use another one.
called-label = Call me
called-hint = A first name, a nickname, or both names together. Leave it empty for your whole name.

## set_up

set_up-title = Set up your school
set_up-lead = Two minutes, and your school is here. People and learning targets come next.
set_up-school = Your school
set_up-name = Name of the school
set_up-name_hint = As it stands on a letter home.
set_up-languages = Which languages should the pages come in?
set_up-languages_hint = Everybody can switch between these at any time. People may write in any language.
set_up-first_language = Which one comes first?
set_up-first_language_hint = For people who have not chosen one yet.
set_up-time_zone = Time zone
set_up-time_zone_hint = So that a conference at 5:40 is at 5:40 on your clock.
set_up-you = You, the school lead
set_up-you_hint = You bring in the people and the learning targets. You do not see what students write.
set_up-your_name = Your name
set_up-username_hint = One word. You will sign in with it.
set_up-open = Open the school
set_up-zone_eastern = Eastern Time: New York
set_up-zone_central = Central Time: Chicago
set_up-zone_mountain = Mountain Time: Denver
set_up-zone_arizona = Arizona: Phoenix
set_up-zone_pacific = Pacific Time: Los Angeles
set_up-zone_alaska = Alaska: Anchorage
set_up-zone_hawaii = Hawaii: Honolulu
set_up-zone_puerto_rico = Puerto Rico
