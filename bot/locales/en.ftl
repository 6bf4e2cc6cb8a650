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
