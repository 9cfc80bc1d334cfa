// Package bot is the chat bot, whatever face it speaks through.
//
// A question travels one way. A face (bot/discord, bot/terminal) makes a
// [Question] of what somebody typed and calls [Bot.Ask]. Ask takes the [Shelf]
// of articles that the asker sees from the [Library] and has it search its
// index (knowledge/index). Without a model the best sentences themselves are
// the answer (extract.go). With one, the sentences go into a prompt, numbered
// (prompt.go, package prompts), the [Model] answers with claims that cite them
// (write.go), and each claim is read against its sentences by code (ground.go,
// knowledge/proof); what code cannot decide an independent call judges
// (secondlook.go). Only what is proved goes into the [Answer]; the rest stands
// in Answer.Rejected with its reason, and where nothing stands the extractive
// answer does. The face then shows the answer with its sentences, cut from the
// article's own bytes.
//
// [Bot.Summarize] and [Bot.Translate] go the same way. [Bot.Add] brings an
// article in. Model, Store and Fetcher are the outside as this package sees it;
// bot/model, bot/store and bot/fetch are what stands behind them.
package bot
