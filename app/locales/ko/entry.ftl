## entry

entry-username = 사용자 이름 또는 이메일
entry-password = 비밀번호
entry-sign_in = 로그인
entry-sign_in_title = 로그인
entry-have_code = 종이에 적힌 코드가 있어요
entry-families = 가족은 계정이 필요 없어요. 학생이 보낸 링크를 여시거나
entry-families_code = 편지에 있는 코드를 입력하세요
entry-forgot = 비밀번호를 잊으셨나요? 학교의 Kinfolio 담당자가 새 코드를 인쇄해 드릴 수 있어요.
entry-wait = 맞지 않는 시도가 여러 번 있었어요. { $time } 뒤에 다시 해 보시거나 학교에 새 코드를 부탁하세요.
entry-kept = 쓰신 말은 여기 있어요
entry-code_title = 코드로 들어오기
entry-code_lead = 종이쪽지에 사용자 이름과 코드가 있어요. 둘 다 입력하고, 잘 기억할 수 있는 비밀번호를 정하세요.
entry-card_lead = 이름과 코드가 채워져 있어요. 기억할 수 있는 비밀번호를 정하세요.
entry-code = 코드
entry-code_hint = 글자와 숫자 여덟 개. 대문자와 소문자, 짧은 줄은 신경 쓰지 않아도 돼요.
entry-new_password = 새 비밀번호
entry-new_password_hint = 10자 이상. 나만 떠올릴 만한 낱말 세 개를 이으면 좋아요.
entry-password_again = 같은 비밀번호 한 번 더
entry-come_in = 들어가기
entry-wrong_code = 사용자 이름과 코드가 서로 맞지 않거나, 이미 썼거나 오래된 코드예요. 학교에 새 코드를 부탁하세요.
entry-common_password = 많은 사람이 쓰는 비밀번호라서 여기서는 아무것도 열지 못해요. 학교에서 코드를 받아 다른 비밀번호를 정하세요.
entry-other_way = 비밀번호가 있어요
entry-code_family = 가족 편지에 있는 코드인가요?
entry-code_family_do = 여기에 입력하세요
entry-back_title = 다시 오셨네요. 쓰신 말은 그대로 있어요.
entry-back_lead = 아직 아무것도 보내지 않았어요. 살펴보고 보내 주세요.
entry-back_files = 사진이 있었다면 그 페이지에서 다시 더해 주세요.
entry-back_send = 지금 보내기
entry-back_not = 그만두기
entry-look_around = 다른 사람이 되어 둘러보기
entry-look_around_lead = 보기로 만든 학교예요. 여기 있는 사람은 모두 지어낸 사람이니 어느 문이든 열어 보세요.
entry-demo_students = 학생
entry-demo_families = 가족
entry-demo_advisors = 담임 선생님
entry-demo_leads = 학교 책임자
entry-demo_student = 학생, { $advisory }
entry-demo_student_alone = 학생
entry-demo_kin = { $student } 학생의 “{ $kinship }”
entry-demo_advisor = 담임 선생님, { $advisory }
entry-demo_advisor_alone = 담임 선생님
entry-demo_lead = 학교 책임자
entry-busy = 지금 많은 사람이 로그인하고 있어요. 몇 초 뒤에 다시 해 주세요.
entry-seconds =
    { $count ->
       *[other] { $count }초
    }
entry-minutes =
    { $count ->
       *[other] { $count }분
    }
entry-instead_title = 이 링크를 여시겠어요?
entry-instead_lead = 이 기기에는 { $name } 님이 로그인되어 있어요. 링크를 열면 먼저 { $name } 님이 로그아웃돼요.
entry-instead_open = 링크 열기
entry-instead_stay = { $name } 님으로 계속하기

## called

called-title = 불리고 싶은 이름
called-lead = 여기에 있는 전체 이름은 { $name }. 인사말과 짧은 문장에는 다른 이름을 쓸 수 있어요.
called-label = 이렇게 불러 주세요
called-hint = 이름, 별명, 또는 둘 다. 전체 이름이 좋으면 비워 두세요.

## set_up

set_up-title = 학교 만들기
set_up-lead = 2분이면 학교가 생겨요. 사람과 학습 목표는 그다음이에요.
set_up-school = 우리 학교
set_up-name = 학교 이름
set_up-name_hint = 가정 통신문에 쓰는 이름 그대로.
set_up-languages = 페이지를 어떤 언어로 보여 줄까요?
set_up-languages_hint = 누구나 언제든 언어를 바꿀 수 있어요. 글은 어느 언어로든 쓸 수 있어요.
set_up-first_language = 먼저 나올 언어
set_up-first_language_hint = 아직 언어를 고르지 않은 사람에게 보여요.
set_up-time_zone = 시간대
set_up-time_zone_hint = 5시 40분 면담이 학교 시계로도 5시 40분이 되도록 맞춰요.
set_up-you = 학교 책임자
set_up-you_hint = 사람과 학습 목표를 넣는 분이에요. 학생이 쓴 글은 볼 수 없어요.
set_up-your_name = 이름
set_up-username_hint = 띄어쓰기 없이 한 낱말. 로그인할 때 써요.
set_up-open = 학교 열기
set_up-zone_eastern = 동부 시간: 뉴욕
set_up-zone_central = 중부 시간: 시카고
set_up-zone_mountain = 산악 시간: 덴버
set_up-zone_arizona = 애리조나: 피닉스
set_up-zone_pacific = 태평양 시간: 로스앤젤레스
set_up-zone_alaska = 알래스카: 앵커리지
set_up-zone_hawaii = 하와이: 호놀룰루
set_up-zone_puerto_rico = 푸에르토리코
another-title = { $name } 님의 이름으로 쓰기 시작했어요
another-lead = 지금은 { $name } 님으로 들어와 있어요. 아직 아무것도 보내지 않았고, 쓴 말은 모두 여기 그대로 있어요.
another-as_them = { $name } 님의 이름으로 보내기
another-as_them_do = { $name } 님만 할 수 있어요. 여기로 들어온 다음 버튼 하나만 누르면 돼요.
another-is_here = { $name } 님이 다시 왔어요: 보내기
another-as_me = 또는 { $name } 님의 이름으로 보내기
another-as_me_do = 직접 하신 말일 때만 골라 주세요. 보내시는 분의 이름으로 남아요.
another-send_as_me = 내가 한 말이에요: { $name } 님의 이름으로 보내기
