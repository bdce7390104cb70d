import threading

from app.survey.throttle import AT_ONCE, TURN_S, WAITING, Throttle


def test_ten_go_through_at_once_and_the_next_wait_their_turn():
    waited = []
    throttle = Throttle(clock=lambda: 0.0, wait=waited.append)

    assert all(throttle.admit() for _ in range(AT_ONCE + 2))
    assert waited == [TURN_S, TURN_S]


def test_after_a_minute_it_is_as_before():
    now, waited = [0.0], []
    throttle = Throttle(clock=lambda: now[0], wait=waited.append)
    for _ in range(AT_ONCE):
        throttle.admit()
    now[0] = 61.0

    assert throttle.admit()
    assert waited == []


def test_while_three_wait_the_next_is_told_at_once():
    going_on, waiting = threading.Event(), threading.Semaphore(0)

    def wait(seconds):
        waiting.release()
        going_on.wait(5)

    throttle = Throttle(clock=lambda: 0.0, wait=wait)
    for _ in range(AT_ONCE):
        throttle.admit()
    threads = [threading.Thread(target=throttle.admit) for _ in range(WAITING)]
    for thread in threads:
        thread.start()
    waiting.acquire(timeout=5)
    while throttle._queue._value:
        pass

    assert not throttle.admit()
    going_on.set()
    for thread in threads:
        thread.join()
    assert throttle.admit()
