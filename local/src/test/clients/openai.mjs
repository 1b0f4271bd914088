// Asks as the official OpenAI client does: node openai.mjs ADDRESS TOKEN QUESTION; prints what it got as JSON.
import OpenAI from 'openai';

const [address, token, question] = process.argv.slice(2);
const client = new OpenAI({baseURL: `${address}/v1`, apiKey: token});
const request = {model: 'knowledge-base', messages: [{role: 'user', content: question}]};

async function failure(work) {
  try {
    await work();
    return null;
  } catch (error) {
    return {kind: error.constructor.name, status: error.status, code: error.code, param: error.param};
  }
}

async function streamed() {
  const stream = await client.chat.completions.create({...request, stream: true, stream_options: {include_usage: true}});
  let text = '';
  let answer = null;
  let usage = null;
  for await (const chunk of stream) {
    text += chunk.choices[0]?.delta.content ?? '';
    answer = chunk.knowledge_base ?? answer;
    usage = chunk.usage ?? usage;
  }
  return {text, citations: answer.citations, usage};
}

const models = [];
for await (const model of client.models.list()) models.push(model.id);
const whole = await client.chat.completions.create(request);
const gathered = await client.chat.completions.stream(request).finalChatCompletion();
const stranger = new OpenAI({baseURL: `${address}/v1`, apiKey: 'nobody', maxRetries: 0});
console.log(JSON.stringify({
  models,
  whole: {text: whole.choices[0].message.content, citations: whole.knowledge_base.citations, usage: whole.usage},
  streamed: await streamed(),
  gathered: gathered.choices[0].message.content,
  unknownModel: await failure(() => client.chat.completions.create({...request, model: 'gpt-4o'})),
  noQuestion: await failure(() => client.chat.completions.create({...request, messages: []})),
  badToken: await failure(() => stranger.models.list()),
}));
