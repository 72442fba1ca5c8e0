# One image for every process of the full topology: web, workers, beat and migrate differ only in their command.
# The Python is the one the tests ran on.

FROM python:3.11-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends make && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY Makefile requirements-dev.lock ./
RUN make .venv/.installed
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc frontend/
RUN make frontend/node_modules/.installed
COPY frontend/ frontend/
RUN make setup

FROM python:3.11-slim
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 WARGAME_DATA=/data
WORKDIR /app
COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes --only-binary :all: -r requirements.lock
RUN useradd --system --uid 10001 --no-create-home wargame && install -d -o wargame /data
COPY manage.py LICENSE THIRD_PARTY.md ./
COPY wargame/ wargame/
COPY scenarios/ scenarios/
COPY --from=build /app/frontend/dist frontend/dist
USER wargame
EXPOSE 8000
CMD ["python", "manage.py", "web", "--host", "0.0.0.0", "--port", "8000"]
