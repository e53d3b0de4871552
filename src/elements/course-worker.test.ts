import { expect, test, vi } from 'vitest';
import { createCourseWorker } from './course-worker.ts';

/** As much of a browser's service workers as a page can see; Node has none. */
class Worker extends EventTarget {
  state: ServiceWorkerState = 'installing';
  readonly heard: unknown[] = [];
  postMessage(message: unknown): void {
    this.heard.push(message);
  }
  become(state: ServiceWorkerState): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

class Registration extends EventTarget {
  installing: Worker | null = null;
  waiting: Worker | null = null;
  active: Worker | null = null;
}

class Workers extends EventTarget {
  controller: Worker | null = null;
  readonly registration = new Registration();
  register = vi.fn(async () => this.registration);

  takeOver(worker: Worker): void {
    this.controller = worker;
    this.dispatchEvent(new Event('controllerchange'));
  }
}

function follow(workers: Workers) {
  const news = { waits: vi.fn<(take: () => void) => void>(), tookOver: vi.fn() };
  return { news, ...createCourseWorker(workers as unknown as ServiceWorkerContainer, news) };
}

test('the first worker of a first visit is no news, and one that another page has taken is', () => {
  const workers = new Workers();
  const { news } = follow(workers);
  workers.takeOver(new Worker());
  expect(news.tookOver).not.toHaveBeenCalled();
  workers.takeOver(new Worker());
  expect(news.tookOver.mock.calls).toEqual([['another page']]);
});

test('a version that waits is told, and takes over for the page that asks for it, once', async () => {
  const workers = new Workers();
  const waiting = new Worker();
  workers.controller = new Worker();
  Object.assign(workers.registration, { active: workers.controller, waiting });
  const { news, register } = follow(workers);
  await register('/service-worker.js');
  news.waits.mock.calls[0]![0]();
  expect(waiting.heard).toEqual(['take over']);
  workers.takeOver(waiting);
  workers.takeOver(new Worker());
  expect(news.tookOver.mock.calls).toEqual([['this page'], ['another page']]);
});

test('a registration that was tried again tells of a newer version once', async () => {
  const workers = new Workers();
  const { registration } = workers;
  registration.installing = new Worker();
  registration.installing.state = 'redundant';
  const { news, register } = follow(workers);
  await register('/service-worker.js', [0, 0]);
  await vi.waitFor(() => expect(workers.register).toHaveBeenCalledTimes(3));

  registration.active = new Worker();
  const newer = new Worker();
  registration.installing = newer;
  registration.dispatchEvent(new Event('updatefound'));
  registration.waiting = newer;
  newer.become('installed');
  expect(news.waits).toHaveBeenCalledTimes(1);
});
