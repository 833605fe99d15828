# The site as one image: docker build -t kopru . ; compose.yaml shows how its containers go together.
FROM python:3.11-slim AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /site
COPY requirements.lock .
RUN python -m venv /venv && /venv/bin/pip install --require-hashes --requirement requirements.lock
COPY . .
# Catalogues and static files are made here, because nothing can be written later. The settings want a key; this one signs nothing.
RUN export SECRET_KEY=build DATABASE_URL=sqlite:////tmp/build.sqlite3 \
 && /venv/bin/python manage.py make_messages --compile \
 && /venv/bin/python manage.py collectstatic --noinput --verbosity 0 \
 && /venv/bin/python -m compileall -q config relations

FROM python:3.11-slim
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin site \
 && install --directory --owner 10001 --group 10001 /dumps
COPY --from=build /venv /venv
COPY --from=build /site /site
WORKDIR /site
ENV PATH=/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 \
    DUMPS_ROOT=/dumps GRANIAN_WORKERS=2 GRANIAN_BLOCKING_THREADS=8
USER 10001:10001
VOLUME /dumps
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
CMD ["granian", "--interface", "wsgi", "--http", "1", "--host", "0.0.0.0", "--port", "8000", "--respawn-failed-workers", "config.wsgi:application"]
