# The bot's sentences in English. Same keys as uk.ftl.

emergency = ⚠️ Found something that may be a mine or a shell? Do not touch or move it, go away from it, warn others and call 101 or 102 from a distance.

start =
    I answer questions about demining aid to Ukraine: who helps, with what, for how much and when.
    Every answer quotes its sources word for word, with date and link. When my sources do not say it, I tell you so.

    Just write a question, for example:
    • Which demining machines has Japan given?
    • How much has the demining coalition raised?
    • How do farmers get compensation for clearing a field?

    /help — what I can do
start-evidence-missing = My sources do not hold this passage, or it was withdrawn. Write a question and I will look for it.

help =
    Write your question in plain words, in Ukrainian, English or Russian. You can follow up: “and Lithuania?” after a question about Japan.

    Under an answer:
    • “Evidence” shows the passage with its context, dates and link;
    • 👍 and 👎 say whether it helped; who voted is not stored.

    In a group address me as @{ $username }, reply to a message of mine or use /ask.
    Edit your question and I will edit the answer.

    Commands:
    { $commands }

ask-usage = Write the question after the command, for example: /ask How many mine detectors has Japan given?
ask-too-long = The question is too long: { $length } characters, { $max } are possible. Please write it shorter.
ask-failed = Search does not work right now, so there is no answer. It does not mean that the sources say nothing. Please try again in a few minutes.
media-help =
    I cannot recognise objects in photos, videos or files, nor say whether they are safe. I answer written questions about demining aid.
unsupported-help = I only understand text. Write your question in words, for example: “Who trains deminers?”

button-evidence = 📄 Evidence
button-evidence-number = 📄 { $n }
button-original = Original ↗
button-up = 👍
button-down = 👎
button-follow = 🔔 Follow this topic
button-copy = 📎 Stored copy
button-expired = This button no longer works. Please ask again.
button-repeated = Already done.

evidence-title = Evidence { $n }
evidence-passage = Passage of a source
evidence-published = published { $date }
evidence-undated = undated
evidence-fetched = Fetched { $date }
evidence-language = language: { $language }
evidence-version = version { $number } of { $count }
evidence-old-version = The page has changed since: this is version { $number } of { $count }.
evidence-page = page { $page }
evidence-brief = This is our short retelling of the page, not its own words.
evidence-unreviewed = Moderators have not reviewed this source yet.
evidence-vanished = The page is no longer at its address. You can get the stored copy.
evidence-retracted = Moderators withdrew this document, so I do not show its text.
evidence-original = Open the original
evidence-share = Link to this evidence
evidence-missing = This passage is no longer among my sources.
evidence-copy-caption = The stored text. The quote is marked with >>> and <<<.
language-name-uk = Ukrainian
language-name-en = English
language-name-ru = Russian
language-name-ja = Japanese
language-name-und = unknown

vote-thanks = Thank you!
vote-why = What is wrong?
reason-wrong = Incorrect
reason-outdated = Out of date
reason-off-topic = Off topic
reason-source = Doubtful source
reason-back = ← Back
reason-thanks = Thank you, moderators will see it. Who wrote it is not stored.

language-choose = Which language shall I speak? Quotes always stay in the language of their source.
language-uk = Українська
language-en = English
language-done = I will speak English from now on.

privacy =
    What I keep:
    • the number of the chat and the chosen language, encrypted, if you set something or got an answer with buttons;
    • for the buttons under answers: which quotes and messages belong to them, encrypted, for 30 days;
    • 👍 and 👎 without name or number, only a one-way key so that one person counts once;
    • questions that the sources do not answer, with nothing about who asked.
    The text of your questions is never logged and is wiped once the answer is sent. The question before stays in memory for 30 minutes to understand follow-ups.
    The encryption key lies apart from the database. In backups, erased data may remain in encrypted form for up to 30 days.
    Messages pass through Telegram, which sees them under its own rules.

    Erase everything about you: /deletemydata
delete-ask = Erase everything I keep about this chat: language, subscriptions, buttons under answers, your votes? This cannot be undone.
delete-yes = Erase
delete-no = Keep
delete-done = Erased. Old buttons under answers no longer work.
delete-kept = All right, nothing is erased.
delete-private-only = Write /deletemydata to me in private: in a group I do not know whose data to erase.

limit-questions = Too many questions in a minute. Please wait a little and ask again.
limit-busy = Very many people are asking right now and the queue is full. Please ask again in a few minutes.
error = Something broke on my side. Please try again in a minute.

command-ask = ask a question
command-help = what I can do
command-language = language of the bot
command-privacy = what is kept
command-deletemydata = erase my data

kind-machines = machines
kind-money = money
kind-training = training
kind-statistics = statistics
kind-law = laws
kind-compensation = compensation
topics-all = all topics

digest-heading = 🗞 New: { $topics } ({ $count })
digest-more-heading = 🗞 More: { $topics } ({ $count })
digest-preview = 🗞 New this week: { $topics }
digest-preview-old = Nothing new this week: { $topics }. Here is the latest from my sources, so that you see what a digest looks like.
digest-nothing = My sources hold nothing about this yet: { $topics }.
digest-older = Older documents were added to the sources as well: { $count }. Ask to read them.
digest-updated = Changed: { $before } ({ $publisher }, { $date }) → { $after }
digest-corrected = Corrected on the page: { $before } → { $after }
digest-disputed = Sources disagree: { $after } against { $before } ({ $publisher }, { $date })
digest-brief = our brief of the page
digest-unreviewed = source on trial
digest-reprints = { $count } more outlets
digest-evidence = evidence
digest-more = { $count } more ▸
digest-chart = 📊 By donor
digest-change = ⚙️ Change
digest-leave = 🔕 Unsubscribe
digest-subscribe = 🔔 Get digests like this
digest-no-chart = There are no donors to count here.
chart-title = News by donor: { $topics }
chart-others = other donors
chart-footer = Published { $period } · events: { $count }

sub-title-draft = 📝 New subscription (not started)
sub-title-active = 🔔 Subscription is on
sub-title-paused = ⏸ Subscription is paused
sub-hint = Change it with the buttons or in words, for example: /subscribe every Monday at 9 about Japan and Kharkiv region
sub-screen-donors = Choose donors. Others can be named in words: /subscribe weekly about Estonia
sub-screen-oblasts = Choose oblasts.
sub-screen-kinds = Choose kinds of news.
sub-screen-times = How often and when?
sub-screen-zones = Your time zone. Not in the list? Write it: /subscribe daily at 9 Asia/Tbilisi
sub-screen-quiet = When shall I not disturb you?
sub-donors = Donors
sub-oblasts = Oblasts
sub-kinds = Kinds
sub-official = official sources only
sub-match-any = Any of the topics
sub-match-all = All topics together
sub-times = 🕘 When
sub-zones = 🌍 Zone
sub-quiet-hours = 🌙 Quiet
sub-quiet = quiet { $from }–{ $to }
sub-quiet-off = no quiet hours
sub-digest-language = Digest language: українська / English
sub-instant = at once
sub-daily = daily
sub-weekly = weekly
sub-start = ✅ Subscribe
sub-pause = ⏸ Pause
sub-resume = ▶️ Resume
sub-back = ← Back
sub-done-start = Subscribed. When there is nothing new, I stay silent.
sub-done-pause = Paused. What comes up meanwhile will not be sent.
sub-done-resume = It is on again.
sub-left = Unsubscribed.
sub-list = Your subscriptions:
sub-none = There are no subscriptions. Make one: /subscribe
sub-too-many = There are ten subscriptions already, which is the most. Remove one: /subscriptions
sub-admins-only = Only admins of this chat manage its subscriptions.
sub-no-chat = I find no such channel or group. Add me there as an admin and check the name.
sub-not-understood = I did not understand what to subscribe to. Use the buttons or write, for example: /subscribe daily about machines
day-mon = Mon
day-tue = Tue
day-wed = Wed
day-thu = Thu
day-fri = Fri
day-sat = Sat
day-sun = Sun

command-subscribe = subscribe to news of a topic
command-subscriptions = my subscriptions
command-digest = what is new (preview)
