## arrange

arrange-grip = { $name } 옮기기: 끌거나 화살표 키를 쓰세요
arrange-now = { $name }: 지금 { $all }개 가운데 { $n }번째예요. Enter를 누르면 그대로 두고, Escape를 누르면 되돌려요.
arrange-back = 원래 자리로 돌아왔어요.
arrange-up = 위로 옮기기
arrange-down = 아래로 옮기기

## leaving

leaving-title = 잠깐만요
leaving-lead = 나가기 전에 이 기기에서 쓴 말을 보내요.
leaving-sending = 쓴 말을 보내고 있어요…
leaving-waits = 여기서 쓴 말 가운데 아직 보내지 못한 것이 있어요. 이 기기에 남아 있고 다른 사람은 읽을 수 없어요. 이 기기에서 다시 로그인하면 여기 있어요.
leaving-go = 로그아웃
leaving-stay = 나가지 않기
leaving-away_title = 이 기기에서 나갔어요
leaving-away = 지금은 인터넷이 안 돼요. 이제 여기서는 아무도 내 페이지를 볼 수 없어요. 썼지만 보내지 못한 말은 이 기기에서 다시 로그인하면 여기 있어요.

## form

form-reads_now = 지금은 이렇게 되어 있어요

## foreign

foreign-heic = 아이폰의 HEIC 사진이라 열 수 없었어요. 사진 앱에서 공유, 옵션, 높은 호환성을 차례로 골라 JPEG로 보내 주세요. 새로 찍을 사진은 설정 → 카메라 → 포맷 → 높은 호환성에서 바꿀 수 있어요.
foreign-locked = 비밀번호로 잠긴 PDF예요. 비밀번호로 연 다음 새 PDF로 인쇄하거나 비밀번호 없이 저장해서 그 파일을 더해 주세요.
foreign-word = Word 파일이에요. PDF로 만들어서 더해 주세요. Google 문서에서는 파일 → 다운로드 → PDF, Word에서는 파일 → 다른 이름으로 저장 → PDF.
foreign-slides = PowerPoint 슬라이드예요. PDF로 만들어서 더해 주세요. Google 프레젠테이션에서는 파일 → 다운로드 → PDF, PowerPoint에서는 파일 → 내보내기 → PDF.
foreign-sheet = Excel 표예요. PDF로 만들어서 더해 주세요. Google 스프레드시트에서는 파일 → 다운로드 → PDF, Excel에서는 파일 → 내보내기 → PDF.
foreign-pages = Apple의 Pages, Keynote 또는 Numbers 파일이에요. PDF로 만들어서 더해 주세요. 파일 → 다음으로 내보내기 → PDF.
foreign-open_document = OpenDocument 파일이에요. PDF로 만들어서 더해 주세요. 파일 → 다른 형식으로 내보내기 → PDF.
foreign-google = 이 파일에는 Google 문서가 어디 있는지만 들어 있어요. 문서를 열고 파일 → 다운로드 → PDF를 골라 그 PDF를 더해 주세요.
foreign-link_file = 이 파일에는 링크만 들어 있어요. 링크는 “링크” 칸에 넣어 주세요: { $link }
foreign-archive = 여러 파일을 하나로 묶은 파일이에요. 압축을 풀고 파일을 하나씩 더해 주세요.

## problem

problem-stale = 그사이에 내용이 바뀌었어요. 다른 창에서 바꾸었을 수도 있어요. 지금 내용은 위에 있어요. 쓴 말로 바꾸려면 다시 저장하세요.
problem-not_a_work_file = 이 파일을 열 수 없었어요. 여기서는 사진, PDF, 소리, 영상, 일반 텍스트를 쓸 수 있어요.
problem-not_drawn = 이 문서의 쪽을 그릴 수 없었어요. PDF로 다시 저장하거나 각 쪽의 사진을 더해 주세요.
problem-no_room_left = 들어갈 자리가 없어요. 파일은 모두 합쳐 { $all } MB까지이고, { $left } MB가 남았어요. 이제 필요 없는 파일을 빼거나 학교에 자리를 더 부탁하세요.
problem-missing = 여기에 써 주세요.
problem-too_long = 들어갈 수 있는 것보다 길어요. { $max }자까지 쓸 수 있어요.
problem-too_short = { $min }자 이상 써 주세요.
problem-too_many_lines = 줄이 너무 많아요. { $max }줄까지 쓸 수 있어요.
problem-spaces = 띄어쓰기를 빼 주세요.
problem-choose = 이 가운데 하나를 골라 주세요.
problem-not_a_time = 날짜와 시간으로 읽을 수 없었어요.
problem-not_a_number = { $min }에서 { $max } 사이의 숫자를 써 주세요.
problem-taken = 이미 다른 사람이 쓰고 있어요. 다른 것을 골라 주세요.
problem-file_too_big = 파일이 너무 커요. { $max } MB까지 넣을 수 있어요.
problem-too_many_files = 한 번에 보내기에는 파일이 너무 많아요. { $max }개까지 보내 주세요.
problem-not_a_picture = 사진으로 열 수 없었어요. JPEG, PNG, WebP, GIF를 써 주세요.
problem-not_a_sound = 녹음으로 열 수 없었어요. M4A, MP3, WAV, FLAC, Ogg, WebM을 써 주세요. 거의 모든 녹음 앱은 M4A나 MP3로 공유하거나 저장할 수 있어요.
problem-not_a_film = AVI나 WMV처럼 웹 페이지에서 틀 수 없는 영상이에요. 영상 프로그램에서 MP4로 저장해 그 파일을 더해 주세요.
problem-empty_file = 파일 안에 아무것도 없어요. 먼저 기기에서 열어 보고, 내용이 제대로 보이면 다시 더해 주세요.
problem-too_many_pixels = 사진이 너무 커서 열 수 없어요. 더 작게 만들어 주세요.
problem-wrong_key = 이름과 비밀번호가 서로 맞지 않아요. 다시 해 주세요.
problem-different = 두 칸에 쓴 것이 서로 달라요.
problem-places =
    { $count ->
       *[other] { $count }곳을 다시 봐 주세요:
    }
problem-guessable = 짐작하기 쉬운 비밀번호예요. 많은 사람이 쓰거나, 자판을 차례로 눌렀거나, 거의 이름이나 학교나 연도로 되어 있어요. 나만 떠올릴 만한 낱말 세 개를 이으면 좋아요.

## voice

voice-sound = 녹음
voice-sound_hint = 이 기기로 녹음하거나 녹음 파일을 고르세요. { $max } MB까지 넣을 수 있어요.
voice-talk = 말하기
voice-stop = 멈춤
voice-again = 다시 말하기
voice-talk_hint = 눌러서 말하고, 다시 누르면 멈춰요. 또는 누른 채로 말하세요.
voice-asking = 이 페이지가 마이크를 써도 되는지 기기가 물어볼 수 있어요.
voice-listening = 듣고 있어요.
voice-ready = 녹음이 준비되었어요. 들어 보실 수 있어요. 이 페이지를 보낼 때 함께 가요.
voice-longest = 녹음은 여기까지 할 수 있어요. 준비되었으니 들어 보실 수 있어요.
voice-no_microphone = 이 페이지에서 마이크 소리가 들리지 않아요. 녹음 파일을 고르거나 글로 써 주세요.
voice-drop = 빼기
voice-choose = 대신 녹음 파일 고르기
voice-kept = 녹음이 여기 있어요.
voice-leave_sound = 이 녹음 빼기
voice-transcript = 녹음 속의 말을 글로
voice-transcript_hint = 들을 수 없는 사람을 위한 글이에요. 나중에 해도 돼요.
voice-photo_take = 사진 찍기 또는 고르기
voice-photo_hint = 손글씨, 그림, 요리법. JPEG, PNG, WebP, GIF, { $max } MB까지. 어디서 찍었는지는 저장하지 않아요.
voice-photo_words = 사진에 보이는 것, 쓰인 것
voice-photo_words_hint = 볼 수 없는 사람을 위한 글이에요.
voice-photo_kept = 사진이 여기 있어요.
voice-leave_photo = 이 사진 빼기
voice-or_type = 또는 글로 쓰기
voice-or_paper = 또는 종이에 있는 것 보여 주기
voice-or_talk = 또는 말로 하기
voice-heard = { $name } 님의 녹음
voice-on_paper = { $name } 님이 종이에 남긴 것
voice-only_heard = 아직 글로 옮기지 않은 녹음
voice-only_seen = 아직 설명이 없는 사진
voice-trouble = 저희 쪽에서 저장하지 못했어요. 다시 보내 주세요.
voice-earlier = 전에 한 말
voice-earlier_none = 처음 한 말이에요. 그 전의 말은 없어요.
voice-now = 지금의 말
voice-since = { $day }부터
voice-translate = 번역 더하기
voice-translate_lead = { $name } 님의 말은 그대로 맨 앞에 남아요. 번역은 옮긴 사람의 이름과 함께 그 아래에 놓여요.
voice-translation = 번역
voice-into = 어느 언어로 옮기나요?
voice-same_language = 이미 그 언어로 쓴 말이에요. 다른 언어를 골라 주세요.
voice-translation_add = 이 번역 더하기
voice-translated_by = 옮긴 사람: { $name }
voice-of_earlier = 전에 한 말의 번역
voice-checked = 가족이 살펴봄: { $name }
voice-check = 번역이 맞아요
voice-checked_by_author = { $name } 님이 살펴봄

## language

language-en = 영어
language-es = 스페인어
language-ar = 아랍어
language-zh_hans = 중국어(간체)
language-zh_hant = 중국어(번체)
language-bn = 벵골어
language-ht = 아이티어
language-ru = 러시아어
language-ur = 우르두어
language-fr = 프랑스어
language-ko = 한국어
language-uk = 우크라이나어
language-uz = 우즈베크어
language-sq = 알바니아어
language-pt = 포르투갈어
language-wo = 월로프어
language-ff = 풀라어
language-tw = 트위어
language-yo = 요루바어
language-am = 암하라어
language-so = 소말리아어
language-sw = 스와힐리어
language-hi = 힌디어
language-pa = 펀자브어
language-ne = 네팔어
language-vi = 베트남어
language-tl = 타갈로그어
language-pl = 폴란드어
language-yi = 이디시어
language-he = 히브리어
language-fa = 페르시아어
language-ps = 파슈토어
language-nv = 나바호어
language-qu = 케추아어
language-mix = 믹스텍어
language-ase = 미국 수어
form-writing_as = { $name } 님의 이름으로 쓰고 있어요.
voice-earlier_yours = 전에는 이렇게 말했어요. 다른 사람은 읽을 수 없어요.
voice-earlier_kept = 전에 한 말은 나만 볼 수 있어요.
voice-earlier_away = 전에 한 말 버리기
voice-reworded = 그 뒤에 다른 말로 바꿈
problem-not_an_address = 이메일 주소가 아니에요. 이렇게 생겼어요: rosa@example.org
