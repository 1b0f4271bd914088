// Uses an MCP server as the official client does: node mcp.mjs ADDRESS TOKEN QUESTION; prints what it got as JSON.
import {Client} from '@modelcontextprotocol/sdk/client/index.js';
import {StreamableHTTPClientTransport} from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const [address, token, question] = process.argv.slice(2);

function connect(headers) {
  const client = new Client({name: 'test', version: '1.0.0'});
  const transport = new StreamableHTTPClientTransport(new URL('/mcp', address), {requestInit: {headers}});
  return client.connect(transport).then(() => ({client, transport}));
}

async function failure(work) {
  try {
    await work();
    return null;
  } catch (error) {
    return {code: error.code ?? null, message: error.message};
  }
}

const {client, transport} = await connect({authorization: `Bearer ${token}`});
const call = (name, args) => client.callTool({name, arguments: args});
const tools = (await client.listTools()).tools.map((tool) => tool.name);
await client.ping();
const answer = await call('ask', {question});
const found = await call('search', {query: question, limit: 3});
const listed = await call('list_documents', {});
const citation = answer.structuredContent.citations[0];
const page = await call('read_page', {document_id: citation.document_id, page: citation.page});
const got = {
  server: client.getServerVersion(),
  protocol: transport.protocolVersion ?? null,
  session: transport.sessionId ?? null,
  instructions: client.getInstructions(),
  tools,
  answer: answer.structuredContent,
  found: found.structuredContent.passages.map((passage) => passage.filename),
  listed: listed.structuredContent.items.map((document) => document.filename),
  page: page.structuredContent,
  wrong: await call('search', {limit: 0}),
  unknownTool: await failure(() => call('rm', {})),
  unknownMethod: await failure(() => client.listPrompts()),
  noToken: await failure(() => connect({})),
};
await client.close();
console.log(JSON.stringify(got));
