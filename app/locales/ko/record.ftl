## record

record-title = 누가 무엇을 했나요
record-lead_student = 학교의 누가 언제 내 페이지를 열었는지, 누가 들어오는 방법을 바꾸었는지 여기서 볼 수 있어요. 내가 읽은 것은 여기 없어요. 누구의 말도 여기 없어요.
record-lead_own = 본인에 관한 것을 여기서 볼 수 있습니다. 들어오는 방법과 누가 그것을 바꾸었는지입니다.
record-kept =
    { $count ->
       *[other] 이 기록은 { $count }년 동안 보관되고 그 뒤에 지워집니다.
    }
record-none = 아직 없습니다.
record-by = 한 사람: { $name }
record-by_nobody = 한 사람: 알 수 없음
record-later = 더 최근
record-earlier = 더 이전
record-opened_work = 작품을 열었습니다
record-opened_portfolio = 포트폴리오를 열었습니다
record-opened_definition = ‘성공의 뜻’을 열었습니다
record-opened_conference = 면담 페이지를 열었습니다
record-opened = 페이지를 열었습니다
record-link_made = 가족을 위한 링크를 만들었습니다
record-link_ended = 가족을 위한 링크를 끝냈습니다
record-code_made = 들어오는 코드를 만들었습니다
record-way_changed = 들어오는 방법을 바꾸었습니다
record-role_given = 다른 역할을 주었습니다
record-tied = 가족을 연결했습니다
record-untied = 가족의 연결을 끊었습니다
record-left = 학교를 떠났습니다
record-came_back = 학교로 돌아왔습니다
record-put_right = 학교가 보관하는 것을 바로잡았습니다
record-moved = 그룹을 바꾸었습니다
record-permit_given = 교직원 한 명이 작품을 볼 수 있게 했습니다
record-permit_ended = 작품을 볼 수 있게 한 것을 끝냈습니다
record-stand_in_named = 대신할 선생님을 정했습니다
record-stand_in_ended = 대신하는 것을 끝냈습니다
record-subjects_set = 가르치는 과목을 정했습니다
record-imported = 사람들을 가져왔습니다
record-exported = 사람들의 목록을 내보냈습니다
record-words_hidden = 말을 숨겼습니다
record-signed_in = 들어왔습니다
record-sign_in_refused = 누군가 들어오려고 했지만 되지 않았습니다
record-refused = 그 사람을 위한 것이 아니어서 페이지가 열리지 않았습니다
