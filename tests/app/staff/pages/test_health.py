def test_the_program_says_that_it_runs(people):
    response = people["nobody"].get("/healthz")
    assert (response.status_code, response.text) == (200, "ok\n")


def test_it_is_ready_when_the_store_can_be_written(people):
    response = people["nobody"].get("/readyz")
    assert (response.status_code, response.text) == (200, "ready\n")


def test_it_is_not_ready_when_the_store_can_not_be_written(app, side):
    side.desk.db.close()
    client = app.test_client()
    assert client.get("/readyz").status_code == 503
    assert client.get("/readyz").status_code == 200
