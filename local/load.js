// A load for any address, made of what people do: reading lists, searching, asking.
//   KB_URL=http://localhost:8009 KB_TOKEN=… task load            one minute, ten people
//   KB_URL=… KB_TOKEN=… PEOPLE=50 DURATION=5m task load
import http from "k6/http";
import { check, sleep } from "k6";
import { Counter } from "k6/metrics";

const address = (__ENV.KB_URL || "http://localhost:8009").replace(/\/+$/, "");
const people = Number(__ENV.PEOPLE || 10);
const limited = new Counter("kb_rate_limited");
const headers = { authorization: `Bearer ${__ENV.KB_TOKEN || ""}`, "content-type": "application/json" };
const questions = (__ENV.QUESTIONS || "Who founded the local history collection?|What does a colour page cost?|When is the library open?").split("|");

// what the service says to come back for later is no failure of it
http.setResponseCallback(http.expectedStatuses({ min: 200, max: 299 }, 429));

export const options = {
  scenarios: {
    people: {
      executor: "ramping-vus",
      startVUs: 1,
      stages: [
        { duration: __ENV.RAMP || "10s", target: people },
        { duration: __ENV.DURATION || "50s", target: people },
      ],
      gracefulRampDown: "5s",
    },
  },
  thresholds: {
    http_req_failed: ["rate<0.01"],
    checks: ["rate>0.99"],
    "http_req_duration{route:list}": [`p(95)<${__ENV.LIST_MS || 1000}`],
    "http_req_duration{route:search}": [`p(95)<${__ENV.SEARCH_MS || 3000}`],
    "http_req_duration{route:ask}": [`p(95)<${__ENV.ASK_MS || 25000}`],
  },
  summaryTrendStats: ["med", "p(95)", "p(99)", "max"],
};

function answered(name, response, wanted) {
  if (response.status === 429) {
    limited.add(1);
    sleep(Math.min(Number(response.headers["Retry-After"] || 1), 5));
    return false;
  }
  return check(response, { [`${name} is ${wanted}`]: (r) => r.status === wanted });
}

export function setup() {
  const me = http.get(`${address}/me`, { headers });
  if (me.status !== 200) {
    throw new Error(`GET ${address}/me answers ${me.status}: set KB_URL to a service that runs and KB_TOKEN to a token of it`);
  }
}

export default function () {
  answered("list", http.get(`${address}/documents?limit=20`, { headers, tags: { route: "list" } }), 200);
  const question = questions[Math.floor(Math.random() * questions.length)];
  const search = JSON.stringify({ query: question, limit: 10 });
  answered("search", http.post(`${address}/search`, search, { headers, tags: { route: "search" } }), 200);
  const chat = http.post(`${address}/chats`, "{}", { headers, tags: { route: "chat" } });
  if (answered("chat", chat, 201)) {
    const id = chat.json("chat_id");
    const asked = JSON.stringify({ message: question });
    answered("ask", http.post(`${address}/chats/${id}/messages`, asked, { headers, tags: { route: "ask", name: "ask" }, timeout: "70s" }), 200);
    http.del(`${address}/chats/${id}`, null, { headers, tags: { route: "chat", name: "delete chat" } });
  }
  sleep(Number(__ENV.PAUSE || 1));
}
