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
button-original-number = Original { $n } ↗
button-up = 👍
button-down = 👎
button-follow = 🔔 Follow this topic
button-tell-me = 🔔 Tell me when there is an answer
button-copy = 📎 Stored copy
button-expired = This button no longer works. Please ask again.
button-expired-source = This button no longer works. /sources shows what there is now.
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
language-admins-only = Only admins choose the language of this chat.

privacy =
    What I keep:
    • the number of the chat and the chosen language, encrypted, if you set something or got an answer with buttons;
    • for the buttons under answers: which quotes and messages belong to them, encrypted, for 30 days;
    • 👍 and 👎 without name or number, only a one-way key so that one person counts once;
    • which sources you suggested, so that I can tell you what becomes of them, encrypted, for 90 days;
    • subscriptions: topics, a question if you saved one, hours, time zone, encrypted, until you cancel them;
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
digest-reprints = { $count ->
    [one] 1 more outlet
   *[other] { $count } more outlets
}
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
sub-question = ❓ only what answers my question
sub-no-question = There is no question here to add. Write it after the command: /subscribe weekly How many detectors did Japan give?
sub-match-any = Any of the topics
sub-match-all = All topics together
sub-times = 🕘 When
sub-zones = 🌍 Zone
sub-quiet-hours = 🌙 Quiet
sub-quiet = quiet { $from }–{ $to }
sub-quiet-off = no quiet hours
sub-digest-language = 🌐 Digest language: { $language }
sub-next = Next digest: { $when }, if there is anything new
sub-known = You had this subscription already, so I made no second one: this one is on.
sub-gone = This subscription is gone. A new one: /subscribe
sub-no-right = I cannot write into that chat yet. Add me as an admin who may post, and try again.
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

# Sources, documents and roles.

denied-role = Only moderators can do that. You can suggest a source: /addsource and a link.
denied-place = I take such orders only from you yourself, written or pressed in our private chat.

addsource-usage = Send a link after the command, for example: /addsource https://dsns.gov.ua/ — or just send me a link, a post with a link, or a PDF, DOCX, HTML or TXT file.
addsource-no-address = I see no web address that could be a source here. It begins with https:// and is no link into Telegram.
addsource-no-file = I could not get this file from Telegram. Please send it again as a document: PDF, DOCX, HTML or TXT.
addsource-other-format = I do not read files of this kind. Please save it as PDF or DOCX and send it again; HTML and TXT will do as well.
addsource-too-large = The file is too large: I can take up to { $max } MB.
addsource-no-room = There is no room for more files just now. Send a link to the file instead, or come back in a few days.
addsource-limit = Thank you! That is { $max } suggestions for today. Please come back tomorrow.
addsource-full = Very many suggestions are waiting for moderators. Please try again in a few days.
addsource-known = Thank you! I know this source already.
addsource-unwanted = Moderators decided against this source. Reason: { $reason }
addsource-terminal = From the terminal: npm run -s sources -- add { $url }
no-reason-given = not given

card-status = { $status }
card-second = 🏛 Proposed as official: a second moderator has to agree.
card-unchecked = Nobody has looked at this source yet. Press “Check” to see what is there.
card-look-failed = The look at this source did not work: { $reason } You can try again.
card-looking = ⏳ Looking at the source…
card-looking-progress = ⏳ Looking at the source… { $progress }
card-fetching = ⏳ Fetching what is there…
card-fetching-progress = ⏳ Fetching what is there… { $progress }
progress-reading = It answered, I am reading it.
progress-page = Sample page { $number } of { $count }.
progress-pages = Pages so far: { $count }.
card-worker-late = ⏳ Waiting in the queue: the part of me that fetches pages is busy or not running.
card-kind = { $kind } · documents: { $documents }
card-schedule = Fetched { $every }
card-held = ⚠️ Put aside as not looking like articles: { $count }. See /document
card-error = ⚠️ { $reason }
card-problem = ⛔ { $reason }
card-warning = ⚠️ It does not look like an article. { $reason } Pages like this are put aside, not quoted.
card-look-alike = ⚠️ The address { $host } may imitate { $known }: { $reason }.
look-alike-same-look = it looks the same but is written with other letters
look-alike-moved-dots = only dots or hyphens stand elsewhere
look-alike-same-beginning = it only begins with that name, and ends elsewhere
look-alike-one-character = one character differs
look-alike-mixed-alphabets = it mixes letters of two alphabets
card-samples = This is how I would quote it:
card-samples-aside = What I read there:
card-waits = Thank you! Now it is up to the moderators; I will tell you what they decide.
card-waits-unread = I could not read it, so I am not calling the moderators; they see it in their list. Perhaps you have another link?
card-host = Host: { $host } ({ $addresses })
card-redirects = Redirects: { $count }, ends at { $final }
card-found = Found: { $kind }, items: { $items }
card-per-day = New items a day: { $count }
card-language = Language: { $language } · encoding: { $charset }
card-no-overlap = Nothing of it is stored yet.
card-overlap = Of { $looked } looked at, { $address } are stored already and { $text } texts are nearly the same as stored ones.
card-feeds = The page offers feeds: { $count }. A feed is mostly the better source.
card-tier = Proposed tier: { $tier }
never = never

status-pending = 🆕 Waits for a decision
status-trial = 🧪 On trial until { $until }
status-active = ✅ In use
status-paused = ⏸ Paused. { $reason }
status-rejected = 🚫 Rejected. Reason: { $reason }
status-removed = 🗑 Removed, nothing of it is answered from. This can be undone for 24 hours.
tier-official = official
tier-established = established
tier-unreviewed = unreviewed
kind-feed = feed
kind-page = page
kind-sitemap = sitemap
kind-file = file
kind-starter = starter corpus
kind-none = nothing readable
health-ok = 🟢 Works. Last success: { $since }
health-failing = 🟠 The last fetch failed. Last success: { $since }
health-stale = 🔴 Nothing new could be fetched for long. Last success: { $since }
health-never-fetched = ⏳ Not fetched yet. Last success: { $since }
every-minutes = every { $count } min
every-hours = { $count ->
    [1] every hour
   *[other] every { $count } hours
}
every-days = { $count ->
    [1] every day
    [7] every week
   *[other] every { $count } days
}

do-approve = ✅ Approve
do-trial = 🧪 Trial 7 days
do-official = 🏛 As official (two people)
do-official-second = 🏛 Agree: official
do-feed = 📡 { $feed }
done-feed = I am looking at the feed; the page is closed.
do-reject = ❌ Reject
do-check = 🔄 Check
do-pause = ⏸ Pause
do-resume = ▶️ Resume
do-refetch = 🔄 Fetch now
do-tier = Tier
do-schedule = Schedule
do-remove = 🗑 Remove
do-undo = ↩️ Undo
do-reopen = 🔄 Look at it again
do-own-reason = ✍️ My own words
do-back = ← Back
do-retract = 🚫 Retract
do-restore = ↩️ Bring back
do-add = ➕ source
do-dismiss = ✖ dismiss
because-off-topic = Not about demining aid
because-unreliable = Not reliable
because-duplicate = We have it elsewhere
because-closed = Cannot be read by everybody
because-commercial = Advertising
because-wrong = The text is wrong
because-outdated = Out of date, misleads
because-copyright = The owner asked for it
because-personal = Holds personal data
because-feed = We take its feed instead
because-trial-over = The trial of 7 days is over
reject-why = Why? Whoever suggested it is told.
reject-write = Write in reply to this message why source #{ $number } is rejected. Whoever suggested it is told.
retract-write = Write in reply to this message why “{ $title }” is retracted.

done-approve = Approved, I am fetching it.
done-trial = On trial for 7 days, marked as unreviewed.
done-reject = Rejected.
done-pause = Paused.
done-resume = Goes on.
done-refetch = I am fetching it now.
done-tier = The tier is changed.
done-schedule = The schedule is changed.
done-remove = Removed from all answers. You can undo it for 24 hours.
done-undo = It is back.
done-retract = Taken out of all answers. You can bring it back on its card.
needs-second = Noted. For “official” a second moderator has to agree; I have asked the others.
refused-already = That is done already.
refused-not-possible = That is not possible for this source now. The card shows how it stands.
refused-same-person = You have agreed already: the second voice must be somebody else’s.
refused-too-late = More than 24 hours have passed. Please add the source anew.
refused-too-many-removals = You have removed very many sources today. An owner can remove more.
refused-trial-over = The trial is over: approve the source, try it again or remove it.
refused-on-trial = A source on trial is unreviewed. Approve it first.
refused-bad-schedule = Possible are 1 hour to 4 weeks.
refused-no-reason = Please give a reason.
refused-not-checked = The source could not be read, so it cannot be let in. Press “Check”.

told-approve = 👍 Your suggestion was accepted: { $url } Thank you!
told-trial = 👍 Your suggestion is on trial for 7 days: { $url } Thank you!
told-feed = Thank you! Instead of the page you suggested ({ $url }) moderators look at its feed. I will tell you what they decide.
told-reject = Your suggestion was not accepted: { $url }
    Reason: { $reason }

sources-title = Sources: { $count } · page { $page } of { $pages }
sources-none = No sources yet. Send me a link, or use the command line: npm run sources -- seed
sources-facts = documents: { $documents } · passages: { $passages } · last success: { $last }
sources-waiting = waits for a decision · { $where }
sources-held = Pages put aside for you to look at: { $count }. See /document
sources-no-such = There is no source with number { $number }.
page-before = ←
page-after = →

document-usage = Send a link after the command: /document https://… No page is put aside at the moment.
document-unknown = Nothing is stored under this address.
documents-held = Put aside because they look like an error page or a wall: { $count }. Choose one:
document-status = { $status } · { $tier }
document-current = in use
document-held = put aside for a moderator
document-retracted = retracted
document-vanished = gone at its source
document-source = Source #{ $number }: { $title }
document-no-source = Added singly, without a source.
document-facts = Published: { $published } · passages: { $passages }
document-fetched = First stored: { $first } · last fetched: { $last }
document-citing = Answers of the last 30 days that quote it: { $count }
document-version = Version { $number }: { $date }
document-restored = It is in use again.

unanswered-title = Questions without an answer: { $count } · page { $page } of { $pages }
unanswered-none = There is no question without an answer.
unanswered-asked = { $count }×
unanswered-write = Send in reply to this message a link to a source that answers: “{ $question }”
unanswered-dismissed = Off the list.

invite-done = This link makes one person a moderator. It works once, for { $hours } hours. Send it only to that person:
moderator-welcome =
    Welcome! You are a moderator now.

    Send me a link or a document, and I will show what it is and let you decide.
    /sources — all sources and how they are doing
    /unanswered — what people asked in vain
    /document — one page: versions, retracting it

    What you decide is written into a log that the owners can read, with your name and number.
invitation-unknown = This invitation is not known. Ask for a new one.
invitation-used = This invitation was used already. Ask for a new one.
invitation-expired = This invitation is too old. Ask for a new one.
invitation-owner = You are an owner and may do everything a moderator may. Pass the link on: it is not used up.
moderator-joined = { $name } ({ $id }) is a moderator now.
moderators-none = There are no moderators yet. /invite makes a link for one.
moderators-title = Moderators: { $count }
moderators-line = { $number }. { $name } ({ $id }), since { $joined }
moderator-remove = Remove { $name }
moderator-remove-ask = Take the role from { $name } ({ $id })? It takes effect at once.
moderator-remove-yes = Yes, remove
moderator-removed = Removed.
help-moderators =
    For moderators: /sources, /document, /unanswered
help-owners =
    For owners: /invite, /moderators, /broadcast, /delivery, /audit

audit-title = The last { $count } acts
audit-none = Nothing has been done yet.
act-suggest = suggested
act-import = imported from a list
act-approve = approved
act-trial = put on trial
act-trial-end = the trial ended without a decision
act-reject = rejected
act-pause = paused
act-resume = resumed
act-refetch = had it fetched again
act-tier = changed the tier
act-schedule = changed the schedule
act-remove = removed
act-undo = brought back
act-propose-official = proposed as official
act-retract = retracted a page
act-restore = brought a page back
act-dismiss = dismissed a question
act-invite = made an invitation
act-join = became a moderator, invited by
act-remove-moderator = took the role away from
act-export-audit = took this log as a file
act-broadcast-draft = drafted an announcement
act-broadcast-confirm = confirmed an announcement
act-broadcast-cancel = cancelled an announcement
actor-reader = a reader
actor-worker = the bot
actor-cli = command line { $account }
subject-question = question { $number }
audit-export = 📎 Everything as a file
audit-file = Acts: { $count }

correction-title = A correction to an earlier answer
correction-before = I quoted:
correction-after = The page says now:
corrections-off = If a page changes a figure that I quoted to you in the last 30 days, I can tell you, once per answer. For that the answers stay linked to this chat, encrypted, as they are for their buttons.
corrections-on = I will tell you when a figure changes that I quoted to you in the last 30 days.
corrections-start = Tell me
corrections-stop = Stop

why-no-host = There is no site with this name: { $host }. Check the spelling.
why-name-server = The name of the site could not be looked up. Try again later.
why-unreachable = The site does not take connections. Try again later.
why-slow = The site did not answer in time. Try again later.
why-broken = The site broke the connection off. Try again later.
why-certificate = The certificate of the site is not valid, so nobody can vouch that it is this site.
why-missing = The page does not exist (any more). Check the link.
why-forbidden = The site does not let us read this page.
why-too-many = The site asks us to come less often. It can be tried again later.
why-left-alone = The site asked to be left alone for another { $minutes } min. It can be tried again after that.
why-address = That is not the address of a page on the web. It begins with https:// and holds no password.
why-server = The site has an error of its own ({ $code }). Try again later.
why-status = The site answered with code { $code } instead of a page.
why-robots = The site forbids robots to read this page (robots.txt). Ask its owners, or take another page.
why-robots-unread = The robots.txt of the site cannot be read, so I stay away today.
why-redirect = The link leads on too often or to where I must not go. Give the final address.
why-private = The address leads into a private network. I do not go there.
why-port = The address has an unusual port. I only go to the usual ones.
why-large = It is too large. Look for a shorter page or file.
why-no-text = There is no text in it (perhaps a scan, or the page is made by scripts).
why-password = The file is protected by a password.
why-maintenance = The page shows only an error or maintenance notice.
why-captcha = The site wants to be sure that a human reads it, so I cannot.
why-parked = The address is empty or for sale.
why-paywall = The text is only for subscribers.
why-login = The page asks to log in.
why-consent = The page shows only a cookie notice.
why-sitemaps = This is an index of sitemaps: add the one you want.
why-format = I cannot read this kind of file. PDF, DOCX, HTML, plain text and feeds I can.
why-empty-list = The feed or list is empty. Look for another one on the site.
why-damaged = The file is damaged, or not of the kind that its name says.
why-save-as = I cannot read this kind of file. Save it as PDF or DOCX and send it again.
why-interrupted = The work was interrupted. Try again.

command-addsource = suggest a source
command-corrections = be told of corrections
command-sources = all sources and how they are doing
command-document = one page: versions, retracting it
command-unanswered = what people asked in vain
command-invite = a link that makes somebody a moderator
command-moderators = who moderates
command-broadcast = announcement to all subscribers
command-delivery = messages of unknown end
command-audit = who did what

inline-hint = Write a question after the name of the bot
inline-nothing = My sources do not say it
inline-failed = Search does not work right now
inline-safety = ⚠️ What to do with a dangerous find

broadcast-usage = Write the announcement after the command: /broadcast text. Chats with an active subscription get it.
broadcast-too-long = The announcement is too long: { $max } characters are possible.
broadcast-draft = 📢 Draft of an announcement to chats: { $count }. It is not being sent.
broadcast-waiting = ⏳ Confirmed, chats: { $count }. Sending begins in { $minutes } min; until then it can be stopped.
broadcast-done = ✅ Handed over for sending, chats: { $count }.
broadcast-cancelled = ✖️ The announcement was stopped.
broadcast-yes = Send
broadcast-no = Stop
broadcast-stopped = Stopped.
broadcast-over = This announcement can no longer be changed.
broadcast-other-owner = Another owner must confirm: they see the draft with /broadcast.

delivery-none = In the terminal no messages wait.
delivery-kind-answer = Answers
delivery-kind-digest = Digests
delivery-kind-notice = Notices
delivery-state-pending = waiting
delivery-state-sending = being sent
delivery-state-sent = sent
delivery-state-failed = refused
delivery-state-uncertain = of unknown end
delivery-subscriptions-active = Subscriptions that are on
delivery-subscriptions-paused = Paused subscriptions
delivery-oldest = The oldest message has waited for { $seconds } s.
delivery-certain = There are no sends of unknown end.
delivery-uncertain = Nobody knows whether these arrived (they are not repeated):
