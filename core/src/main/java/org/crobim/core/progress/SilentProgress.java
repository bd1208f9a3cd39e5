package org.crobim.core.progress;

/** Shows nothing. */
enum SilentProgress implements Progress {
    INSTANCE;

    @Override
    public void start(String label, long total) {}

    @Override
    public void step(long steps) {}

    @Override
    public void message(String text) {}

    @Override
    public void close() {}
}
